/** Bytes that are looked at. */
const sampleLength = 64 * 1024

/** Characters that no plain text has: controls other than white space, private use, and code points without a character. */
// eslint-disable-next-line no-control-regex -- ESC occurs in logs and transcripts
const notText = /[^\P{Cc}\t\n\v\f\r\u0085\u001b]|[\p{Co}\p{Cn}]/u

/** Share of zero bytes that Latin letters leave behind, and share of bytes beyond ASCII in all other scripts. */
const latinShare = 1 / 4
const otherShare = 1 / 10

/** ASCII with a few NUL bytes in it would be Chinese by chance; real text in another script has other bytes too. */
const hasOtherBytes = (sample: Uint8Array): boolean => {
  let others = 0
  for (const byte of sample)
    if (byte >= 0x80 || (byte > 0 && byte < 0x20 && byte !== 0x0a && byte !== 0x0d)) others += 1
  return others >= sample.length * otherShare
}

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
  if (bytes.length < 2 || (bytes.length <= sampleLength && bytes.length % 2 === 1)) return undefined
  const sample = bytes.subarray(0, sampleLength)
  if (!sample.includes(0)) return undefined
  let even = 0
  let odd = 0
  for (let index = 0; index < sample.length; index += 2) {
    if (sample[index] === 0) even += 1
    if (sample[index + 1] === 0) odd += 1
  }
  const zeros = Math.max(even, odd)
  if (Math.min(even, odd) > 0) return undefined
  if (zeros < (sample.length / 2) * latinShare && !hasOtherBytes(sample)) return undefined
  const charset = odd > 0 ? 'utf-16le' : 'utf-16be'
  return decodesCleanly(sample, charset) ? charset : undefined
}
