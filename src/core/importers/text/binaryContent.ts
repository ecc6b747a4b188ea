/** Bytes below 32 that occur in text: BS, TAB, LF, VT, FF, CR, the old end-of-file mark and ESC. */
const isTextControl = (byte: number): boolean =>
  (byte >= 0x08 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b

/** Share of other control bytes above which bytes are not text. */
const tolerated = 1 / 200

/** Why bytes are not a text in a charset of single or multiple bytes; undefined where nothing speaks against it. */
export const binaryContent = (bytes: Uint8Array): string | undefined => {
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return 'NUL bytes'
    if (byte < 0x20 && !isTextControl(byte)) controls += 1
  }
  return controls > bytes.length * tolerated ? 'control characters' : undefined
}
