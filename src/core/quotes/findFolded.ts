import type { FoldedText } from './foldTypography'

const isWordPart = (character: string | undefined): boolean =>
  character !== undefined &&
  /[\p{L}\p{N}\p{M}]/u.test(character) &&
  !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(
    character,
  )

const characterBefore = (text: string, at: number): string | undefined =>
  Array.from(text.slice(Math.max(0, at - 2), at)).at(-1)

const characterAt = (text: string, at: number): string | undefined =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : undefined

/** Whether a stretch begins and ends where words do: `he` does not stand in `the`. */
export const isWhole = (text: string, start: number, end: number): boolean =>
  !(isWordPart(characterBefore(text, start)) && isWordPart(characterAt(text, start))) &&
  !(isWordPart(characterBefore(text, end)) && isWordPart(characterAt(text, end)))

export interface Found {
  readonly start: number
  readonly end: number
  /** The first letter stands there in the other case. */
  readonly otherCase: boolean
}

const otherCaseOf = (text: string): string | undefined => {
  const [first = ''] = text
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()
  return other.length === first.length && other !== first ? other + text.slice(first.length) : undefined
}

/** The first place from a unit on where a folded text has these words, whole, whatever the case of their first letter. */
export const findFolded = ({ text }: FoldedText, wanted: string, from: number): Found | undefined => {
  const placeOf = (words: string): number => {
    let at = text.indexOf(words, from)
    while (at >= 0 && !isWhole(text, at, at + words.length)) at = text.indexOf(words, at + 1)
    return at
  }
  if (wanted === '') return undefined
  const other = otherCaseOf(wanted)
  const [same, changed] = [placeOf(wanted), other === undefined ? -1 : placeOf(other)]
  if (same < 0 && changed < 0) return undefined
  const otherCase = same < 0
  const start = otherCase ? changed : same
  return { start, end: start + wanted.length, otherCase }
}
