import { isTiff } from '../pictureHeads'

const begins = (head: Uint8Array, bytes: string, at = 0): boolean =>
  bytes === String.fromCharCode(...head.subarray(at, at + bytes.length))

const hasEnding = (name: string, ending: string): boolean => name.toLowerCase().endsWith(`.${ending}`)

const mentions = (head: Uint8Array, text: string): boolean =>
  Buffer.from(head.subarray(0, 4096)).includes(text)

/** Canon CR2: a TIFF with a mark of its own after its head. */
export const isCr2 = (head: Uint8Array): boolean => isTiff(head) && begins(head, 'CR\x02', 8)

export const isRaf = (head: Uint8Array): boolean => begins(head, 'FUJIFILMCCD-RAW ')

export const isRw2 = (head: Uint8Array): boolean => begins(head, 'IIU\0')

export const isOrf = (head: Uint8Array): boolean =>
  /^(?:II(?:RO|RS)|MMOR)/.test(String.fromCharCode(...head.subarray(0, 4)))

/** These are a TIFF like any other: the name says raw, and near the head stands who made the camera. */
export const isNef = (head: Uint8Array, name: string): boolean =>
  isTiff(head) && (hasEnding(name, 'nef') || hasEnding(name, 'nrw')) && mentions(head, 'NIKON')

export const isArw = (head: Uint8Array, name: string): boolean =>
  isTiff(head) && hasEnding(name, 'arw') && mentions(head, 'SONY')

/** A DNG says so in its first directory, which is looked for where nearly all writers put it. */
export const isDng = (head: Uint8Array, name: string): boolean =>
  isTiff(head) && (hasEnding(name, 'dng') || hasDngVersion(head))

const hasDngVersion = (head: Uint8Array): boolean => {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const little = bytes[0] === 0x49
  const tag = Buffer.from(little ? [0x12, 0xc6, 1, 0, 4, 0, 0, 0] : [0xc6, 0x12, 0, 1, 0, 0, 0, 4])
  return bytes.includes(tag)
}
