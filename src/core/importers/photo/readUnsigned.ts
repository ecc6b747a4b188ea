/** A big-endian number of four bytes; missing ones count as 0. */
export const readUnsigned = (bytes: Uint8Array, at: number): number =>
  [0, 1, 2, 3].reduce((value, index) => value * 256 + (bytes[at + index] ?? 0), 0)
