/** Words that are selected in a passage: places of words `[from, to]`, the one that moves being `to`. */
export interface WordSpan {
  readonly from: number
  readonly to: number
}

/** Code units of a text `[start, end)`. */
export interface UnitRange {
  readonly start: number
  readonly end: number
}

const segmenterFor = (language: string | undefined): Intl.Segmenter => {
  try {
    return new Intl.Segmenter(language ?? 'und', { granularity: 'word' })
  } catch {
    // A tag that is none: words are set apart as in most languages.
    return new Intl.Segmenter('und', { granularity: 'word' })
  }
}

/** The words of a text, in its language's own way of setting them apart. */
export const wordsOf = (text: string, language?: string): UnitRange[] =>
  Array.from(segmenterFor(language).segment(text)).flatMap(({ index, segment, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  )

export type WordStep = 'next' | 'previous' | 'first' | 'last'

const stepped = (at: number, step: WordStep, count: number): number => {
  const next = { next: at + 1, previous: at - 1, first: 0, last: count - 1 }[step]
  return Math.min(Math.max(next, 0), count - 1)
}

/** Moves the selection to another word, or makes it reach there. */
export const stepWords = (span: WordSpan, step: WordStep, extend: boolean, count: number): WordSpan => {
  const to = stepped(span.to, step, count)
  return extend ? { from: span.from, to } : { from: to, to }
}

/** The words from the one to the other, whichever comes first, with all that stands between them. */
export const unitsOf = ({ from, to }: WordSpan, words: readonly UnitRange[]): UnitRange | undefined => {
  const [first, last] = [words[Math.min(from, to)], words[Math.max(from, to)]]
  return first && last && { start: first.start, end: last.end }
}
