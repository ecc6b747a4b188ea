import type { Doubt } from '#shared/model/article'
import { headerOf } from './headerBlock'
import type { MimePart } from './mimeTree'
import { decodeTransfer } from './transferDecoding'

export interface PartContent {
  readonly bytes: Uint8Array
  readonly doubts: readonly Doubt[]
}

/** A part's own bytes, without its transfer encoding. */
export const partContent = (mail: Buffer, part: MimePart): PartContent => {
  const stated = headerOf(part.headers, 'content-transfer-encoding') ?? ''
  const { bytes, unknown } = decodeTransfer(mail.subarray(part.from, part.to), stated)
  if (unknown === undefined) return { bytes, doubts: [] }
  const message = `The encoding "${unknown.slice(0, 100)}" of the text is not known; it was read as it stands.`
  return { bytes, doubts: [{ field: 'passages', message }] }
}
