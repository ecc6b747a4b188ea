/** Bytes that are looked at. */
const sampleLength = 64 * 1024

/** Characters that no text has: C0 and C1 controls other than white space, and code points that are not characters. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const notText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/

const decodesCleanly = (sample: Uint8Array, charset: 'utf-16le' | 'utf-16be'): boolean => {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(sample, { stream: true })
    return text.length > 0 && !notText.test(text)
  } catch {
    // A surrogate without its other half: not this encoding.
    return false
  }
}

/**
 * Recognises UTF-16 without a byte order mark: zero bytes (the high bytes of spaces, line ends and Latin letters) in the
 * odd places alone, or in the even places alone, and nothing that is not text in what comes of it.
 */
export const unmarkedUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes.length < 2) return undefined
  const sample = bytes.subarray(0, Math.min(bytes.length & ~1, sampleLength))
  let even = 0
  let odd = 0
  for (let index = 0; index < sample.length; index += 2) {
    if (sample[index] === 0) even += 1
    if (sample[index + 1] === 0) odd += 1
  }
  if (odd > 0 && even === 0 && decodesCleanly(sample, 'utf-16le')) return 'utf-16le'
  if (even > 0 && odd === 0 && decodesCleanly(sample, 'utf-16be')) return 'utf-16be'
  return undefined
}
