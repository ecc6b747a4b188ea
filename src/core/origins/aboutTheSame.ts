/** Words that say what a text is about: long ones and numbers; of scripts without spaces, pairs of characters. */
const telling =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{2}|[\p{L}\p{M}]{5,}|\p{N}[\p{N}.,]*\p{N}|\p{N}{2,}/gu

export const tellingWords = (text: string): Set<string> => new Set(text.toLowerCase().match(telling) ?? [])

/** A passage and a text that have fewer of these in common are about the same by chance. */
const leastCommon = 4
const leastShare = 0.4

/** Words of a passage that a text must share to be about the same. */
export const leastShared = (passage: ReadonlySet<string>): number =>
  Math.max(leastCommon, leastShare * passage.size)

/** Whether a text tells what a passage tells: most of what it is about stands there too. */
export const isAboutTheSame = (passage: ReadonlySet<string>, text: ReadonlySet<string>): boolean => {
  let common = 0
  for (const word of passage) if (text.has(word)) common += 1
  return common >= leastShared(passage)
}
