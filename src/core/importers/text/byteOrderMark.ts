/** Unicode encodings that a byte order mark names. */
export type MarkedCharset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'

/** Longer marks first: that of UTF-32LE begins with that of UTF-16LE. */
const marks: readonly (readonly [MarkedCharset, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** The charset that a byte order mark at the beginning states, and the length of the mark. */
export const byteOrderMark = (
  bytes: Uint8Array,
): { readonly charset: MarkedCharset; readonly length: number } | undefined => {
  for (const [charset, mark] of marks)
    if (mark.every((byte, index) => bytes[index] === byte)) return { charset, length: mark.length }
  return undefined
}
