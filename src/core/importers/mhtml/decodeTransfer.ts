const hexOf = (byte: number | undefined): number => {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const upper = byte & 0xdf
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1
}

/** Length of a soft line break (`=` and the end of its line, RFC 2045, 6.7) at this place; 0 where there is none. */
const softBreak = (bytes: Uint8Array, at: number): number => {
  let end = at + 1
  while (bytes[end] === 0x20 || bytes[end] === 0x09) end += 1
  if (bytes[end] === 0x0a) return end + 1 - at
  return bytes[end] === 0x0d && bytes[end + 1] === 0x0a ? end + 2 - at : 0
}

const decodeQuotedPrintable = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    const [high, low] = byte === 0x3d ? [hexOf(bytes[at + 1]), hexOf(bytes[at + 2])] : [-1, -1]
    const skipped = byte === 0x3d && high < 0 ? softBreak(bytes, at) : 0
    if (skipped > 0) at += skipped
    else if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low
      at += 3
    } else {
      out[length++] = byte
      at += 1
    }
  }
  return out.subarray(0, length)
}

/** The bytes of a part by its `Content-Transfer-Encoding` (RFC 2045, 6); damaged places come as they are. */
export const decodeTransfer = (bytes: Uint8Array, encoding: string | undefined): Uint8Array => {
  const name = encoding?.trim().toLowerCase()
  if (name === 'base64') return Buffer.from(Buffer.from(bytes).toString('latin1'), 'base64')
  return name === 'quoted-printable' ? decodeQuotedPrintable(bytes) : bytes
}
