/** An ending, and how many letters must stay where it is taken off. */
export interface Endings {
  readonly endings: readonly string[]
  readonly leaving: number
}

/** Endings as words between spaces, longest first, so that the longest that fits is taken. */
export const endingsOf = (endings: string, leaving: number): Endings => ({
  endings: endings
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length),
  leaving,
})

/** Takes off the longest ending that fits; the word itself where none does. */
export const withoutEnding = (word: string, { endings, leaving }: Endings): string => {
  for (const ending of endings)
    if (word.length - ending.length >= leaving && word.endsWith(ending)) return word.slice(0, -ending.length)
  return word
}

/** Takes off endings until none fits. */
export const withoutEndings = (word: string, endings: Endings): string => {
  const shorter = withoutEnding(word, endings)
  return shorter === word ? word : withoutEndings(shorter, endings)
}
