import { tableOf } from './tableOf'
import { wholeWords } from './wholeWords'

/** A stretch of a text in UTF-16 units `[start, end)`, blanks around it left out. */
export interface Sentence {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Units of a quotation that is taken as one sentence although it holds several. */
const longestQuotation = 600

const countOf = (text: string, marks: RegExp): number => text.match(marks)?.length ?? 0

/** Whether a quotation that was begun is not ended: the full stops in it end no sentence of the story. */
const isOpen = (text: string): boolean => {
  if (text.length > longestQuotation) return false
  const opened = countOf(text, /[“«「『]/gu) - countOf(text, /[”»」』]/gu)
  // German quotations end with the mark that English ones begin with.
  if (text.includes('„')) return countOf(text, /„/gu) > countOf(text, /[“”]/gu)
  return opened > 0 || countOf(text, /"/gu) % 2 === 1
}

const endsShortened = (text: string, language: string | undefined): boolean => {
  const { abbreviations } = tableOf(language)
  const escaped = abbreviations.map((one) => one.replace(/\.(?!\*)/g, '\\.'))
  const known = wholeWords(escaped, { flags: 'u' })
  const end = text.trimEnd()
  if (!end.endsWith('.')) return false
  const last = /[^\s(“"„«]+(?:\s[\p{L}.]{1,3})?$/u.exec(end.slice(0, -1))?.[0] ?? ''
  const word = /[^\s(“"„«]+$/u.exec(last)?.[0] ?? ''
  const isInitial = /^\p{Lu}$/u.test(word)
  const isKnown = [last, word].some((one) => known.exec(one)?.[0] === one)
  return isInitial || isKnown
}

const trimmed = (text: string, start: number, end: number): Sentence => {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  return { text: words.trim(), start: from, end: from + words.trim().length }
}

const segmenterFor = (language: string | undefined): Intl.Segmenter => {
  try {
    return new Intl.Segmenter(language ?? 'und', { granularity: 'sentence' })
  } catch {
    // A tag that is none: what is common to all languages holds.
    return new Intl.Segmenter('und', { granularity: 'sentence' })
  }
}

/** The sentences of a passage: full stops of abbreviations, initials and quotations end none. */
export const sentencesOf = (text: string, language: string | undefined): Sentence[] => {
  const found: Sentence[] = []
  let from: number | undefined
  for (const { index, segment } of segmenterFor(language).segment(text)) {
    from ??= index
    const end = index + segment.length
    const part = text.slice(from, end)
    if (end < text.length && (isOpen(part) || endsShortened(part, language))) continue
    const sentence = trimmed(text, from, end)
    if (sentence.text !== '') found.push(sentence)
    from = undefined
  }
  if (from !== undefined) {
    const rest = trimmed(text, from, text.length)
    if (rest.text !== '') found.push(rest)
  }
  return found
}
