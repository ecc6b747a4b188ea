/** Words of one shingle; of scripts without spaces, characters. */
const size = 5

/** Characters that scripts without spaces are written in: each counts as a word. */
const token =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu

/** FNV-1a over UTF-16 units, 32 bits: spread well enough for sets that are compared by their minima. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/**
 * The hashes of every run of words in a text, whatever its case and marks: two texts have as many in common as they have
 * wording. Fewer words than one run has make one shorter run; no words make none.
 */
export const shinglesOf = (texts: Iterable<string>): Set<number> => {
  const shingles = new Set<number>()
  const run: string[] = []
  let words = 0
  for (const text of texts)
    for (const [word] of text.toLowerCase().matchAll(token)) {
      words += 1
      run.push(word)
      if (run.length < size) continue
      shingles.add(hashOf(run.join(' ')))
      run.shift()
    }
  if (words > 0 && shingles.size === 0) shingles.add(hashOf(run.join(' ')))
  return shingles
}
