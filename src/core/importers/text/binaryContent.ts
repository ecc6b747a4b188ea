/** Bytes below 32 that occur in text: BS, TAB, LF, VT, FF, CR, the old end-of-file mark and ESC. */
const isTextControl = (byte: number): boolean =>
  (byte >= 0x08 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b

/** Share of other control bytes above which bytes are not text. */
const tolerated = 1 / 200

/** Why bytes are not a text in a charset of single or multiple bytes; undefined where nothing speaks against it. */
export const binaryContent = (bytes: Uint8Array): string | undefined => {
  // Asked by each format of each file: the search for NUL is the runtime's, and an iterator would take twice as long.
  if (bytes.includes(0)) return 'NUL bytes'
  let controls = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 0x20 && !isTextControl(byte)) controls += 1
  }
  return controls > bytes.length * tolerated ? 'control characters' : undefined
}
