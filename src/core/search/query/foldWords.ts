import { foldWord } from '#core/search/analysis/fold'

/** The words of a short text, folded, with one space between two: what two spellings of a name have in common. */
export const foldWords = (text: string): string =>
  text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(foldWord)
    .filter((word) => word !== '')
    .join(' ')
