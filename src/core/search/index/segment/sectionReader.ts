import type { Sections } from './format'

/** Reads a table by its name; one that is not there is empty. */
export type SectionReader = (name: string) => Uint8Array

export const sectionReader =
  (sections: Sections): SectionReader =>
  (name) =>
    sections.get(name) ?? new Uint8Array(0)

export const numbersOf = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
