import { longestBlock } from '../pictureParts'

/** Gathers JUMBF boxes that stand in several APP11 segments (ISO/IEC 19566-5, annex D). */
export const createJumbfParts = () => {
  const boxes = new Map<number, Buffer[]>()
  let held = 0
  return {
    /** Takes what follows the segment's length: `JP`, box instance, sequence number, the box's head and a part of it. */
    add: (bytes: Buffer): void => {
      if (bytes.length < 16 || bytes.toString('latin1', 0, 2) !== 'JP') return
      const instance = bytes.readUInt16BE(2)
      const headLength = bytes.readUInt32BE(8) === 1 ? 16 : 8
      const parts = boxes.get(instance)
      const part = bytes.subarray(parts ? 8 + headLength : 8)
      held += part.length
      if (held > longestBlock) return
      if (parts) parts.push(part)
      else boxes.set(instance, [part])
    },
    /** The box that is a C2PA manifest store. */
    manifest: (): Buffer | undefined =>
      [...boxes.values()]
        .map((parts) => Buffer.concat(parts))
        .find((box) => box.toString('latin1', 4, 8) === 'jumb' && box.includes('c2pa\0')),
  }
}
