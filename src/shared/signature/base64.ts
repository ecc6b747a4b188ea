const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 with its padding (RFC 4648, 4), on a platform that has neither `Buffer` nor `btoa`. */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const held = bytes.subarray(at, at + 3)
    const bits = ((held[0] ?? 0) << 16) | ((held[1] ?? 0) << 8) | (held[2] ?? 0)
    for (let place = 0; place < 4; place += 1)
      text += place <= held.length ? letters[(bits >> (18 - 6 * place)) & 63] : '='
  }
  return text
}

/** The bytes of a base64 text, whose padding may be left out; undefined where it is none. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  const bare = text.replace(/={0,2}$/, '')
  if (/[^A-Za-z0-9+/]/.test(bare) || bare.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((bare.length * 3) / 4))
  let [bits, held, at] = [0, 0, 0]
  for (const letter of bare) {
    bits = ((bits << 6) | letters.indexOf(letter)) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[at++] = (bits >> held) & 0xff
  }
  return bytes
}
