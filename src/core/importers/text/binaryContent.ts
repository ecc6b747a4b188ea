/** Bytes below 32 that occur in text: BS, TAB, LF, VT, FF, CR, the old end-of-file mark and ESC. */
const textControls = new Set([0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b])

/** Share of other control bytes above which bytes are not text. */
const tolerated = 1 / 200

/** Why bytes are not a text in a charset of single or multiple bytes; undefined where nothing speaks against it. */
export const binaryContent = (bytes: Uint8Array): string | undefined => {
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return 'NUL bytes'
    if (byte < 0x20 && !textControls.has(byte)) controls += 1
  }
  return controls > bytes.length * tolerated ? 'control characters' : undefined
}
