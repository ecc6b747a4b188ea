const lineFeed = 0x0a
const begin = /^begin [0-7]{3,4} /

/** A character stands for six bits; the backquote for none of them set, as the space does. */
const bitsOf = (byte: number | undefined): number => ((byte ?? 0x20) - 0x20) & 0x3f

/** Writes what one line holds, as many bytes as its first character says; returns how many. */
const decodeLine = (line: Uint8Array, into: Uint8Array, length: number): number => {
  const stated = bitsOf(line[0])
  let written = 0
  for (let at = 1; at < line.length && written < stated; at += 4) {
    const bits =
      (bitsOf(line[at]) << 18) |
      (bitsOf(line[at + 1]) << 12) |
      (bitsOf(line[at + 2]) << 6) |
      bitsOf(line[at + 3])
    for (let shift = 16; shift >= 0 && written < stated; shift -= 8) {
      into[length + written] = (bits >>> shift) & 0xff
      written += 1
    }
  }
  return written
}

/** Uuencode (POSIX): the lines between `begin` and `end`; undefined where there is no `begin`. */
export const decodeUuencode = (bytes: Uint8Array): Uint8Array | undefined => {
  const decoded = new Uint8Array(bytes.length)
  let length = 0
  let begun = false
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(lineFeed, at)
    const end = found < 0 ? bytes.length : found
    const line = bytes.subarray(at, bytes[end - 1] === 0x0d ? end - 1 : end)
    at = end + 1
    if (!begun) begun = begin.test(Buffer.from(line.subarray(0, 20)).toString('latin1'))
    // The line `end`, which no line of content is: 'e' would state more bytes than fit.
    else if (line.length === 3 && line[0] === 0x65 && line[1] === 0x6e && line[2] === 0x64) break
    else length += decodeLine(line, decoded, length)
  }
  return begun ? decoded.subarray(0, length) : undefined
}
