import { fingerprintWordList } from './fingerprintWordList'

/** A word stands for 11 bits; twelve of them for 128 bits of the digest and 4 that show a slip. */
const bitsOfWord = 11
const digestBits = 128
const checkBits = 4

/** The remainder by x⁴ + x + 1, which finds each single wrong bit and each wrong run of up to four. */
const checkOf = (bits: bigint): bigint => {
  let rest = bits << BigInt(checkBits)
  for (let at = digestBits - 1; at >= 0; at -= 1)
    if ((rest >> BigInt(at + checkBits)) & 1n) rest ^= 0b10011n << BigInt(at)
  return rest
}

/**
 * The twelve words by which a pack is told over the telephone: the first 128 bits of the SHA-256 of its
 * tagmanifest-sha256.txt (lower-case hex), then four bits of check.
 */
export const fingerprintWords = (sha256: string): readonly string[] => {
  const bits = BigInt(`0x${sha256.slice(0, digestBits / 4)}`)
  const all = (bits << BigInt(checkBits)) | checkOf(bits)
  const words = (digestBits + checkBits) / bitsOfWord
  return Array.from({ length: words }, (_, index) => {
    const shift = BigInt((words - 1 - index) * bitsOfWord)
    return fingerprintWordList[Number((all >> shift) & 0x7ffn)] ?? ''
  })
}

export type HeardWords =
  | { readonly state: 'same' }
  | { readonly state: 'other' }
  | { readonly state: 'misheard'; readonly words: readonly string[] }

/**
 * Compares words that were heard with those of a pack. `misheard`: they are no fingerprint at all, because a word is not on
 * the list (named) or the check does not fit (none named).
 */
export const compareHeardWords = (heard: string, sha256: string): HeardWords => {
  const words = heard.toLowerCase().match(/[a-z]+/g) ?? []
  const numbers = words.map((word) => fingerprintWordList.indexOf(word))
  const unknown = words.filter((_, index) => (numbers[index] ?? -1) < 0)
  const all = numbers.reduce((sum, number) => (sum << 11n) | BigInt(Math.max(0, number)), 0n)
  const isWhole = words.length * bitsOfWord === digestBits + checkBits
  if (unknown.length > 0 || !isWhole || checkOf(all >> BigInt(checkBits)) !== (all & 0xfn))
    return { state: 'misheard', words: unknown }
  return { state: fingerprintWords(sha256).join(' ') === words.join(' ') ? 'same' : 'other' }
}
