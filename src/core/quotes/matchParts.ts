import { findFolded, type Found } from './findFolded'
import { foldTypography, type FoldedText } from './foldTypography'
import { withoutCaseMark, type QuotationPart } from './quotationParts'

export interface MarkedPart {
  readonly as: 'omission' | 'insertion'
  /** The mark as it stands in the quotation. */
  readonly quoted: string
  /** What stands in the text in its place; empty where nothing does. */
  readonly text: string
}

/** Words of the quotation, folded, with where they stand in the folded text. */
export interface MatchedWords extends Found {
  readonly folded: FoldedText
  /** A bracket around its first letter says that its case was changed. */
  readonly caseMarked: boolean
}

export interface PartsMatch {
  /** Units of the source text. */
  readonly start: number
  readonly end: number
  readonly words: readonly MatchedWords[]
  readonly marked: readonly MarkedPart[]
}

/** Units of text in whose place an inserted bracket may stand: a name, a pronoun, some words. */
const mostReplaced = 120

interface Attempt {
  /** Where the first words stand. */
  readonly start: number
  /** Absent where the others do not follow. */
  readonly words?: readonly MatchedWords[]
}

const matchFrom = (
  parts: readonly QuotationPart[],
  text: FoldedText,
  joined: boolean,
  from: number,
): Attempt | undefined => {
  const words: MatchedWords[] = []
  let gap: QuotationPart['type'] = 'omission'
  for (const part of parts) {
    if (part.type !== 'words') {
      gap = part.type
      continue
    }
    const source = withoutCaseMark(part.text)
    const folded = foldTypography(source.trim(), joined)
    const last = words.at(-1)
    const found = findFolded(text, folded.text, last?.end ?? from)
    const tooFar = last && found && gap === 'insertion' && found.start - last.end > mostReplaced
    if (!found || tooFar) return words[0] && { start: words[0].start }
    words.push({ ...found, folded, caseMarked: source !== part.text })
  }
  return words[0] && { start: words[0].start, words }
}

/** Starts at which the parts stand closest together: after each place of the first words another attempt. */
const mostAttempts = 50

const markedOf = (
  parts: readonly QuotationPart[],
  words: readonly MatchedWords[],
  source: string,
  text: FoldedText,
): MarkedPart[] => {
  const marked: MarkedPart[] = []
  let reached = 0
  for (const [at, part] of parts.entries()) {
    if (part.type === 'words') {
      reached += 1
      continue
    }
    const [before, after] = [words[reached - 1], words[reached]]
    const between =
      before && after && parts[at - 1]?.type === 'words'
        ? source.slice(text.ends[before.end - 1] ?? 0, text.starts[after.start] ?? 0).trim()
        : ''
    marked.push({ as: part.type, quoted: part.text, text: between })
  }
  return marked
}

/** Where all words of a quotation stand in a text, in their order and with no more between them than its marks allow. */
export const matchParts = (
  parts: readonly QuotationPart[],
  text: FoldedText,
  source: string,
  joined: boolean,
): PartsMatch | undefined => {
  let best: readonly MatchedWords[] | undefined
  const length = (words: readonly MatchedWords[]): number => (words.at(-1)?.end ?? 0) - (words[0]?.start ?? 0)
  let from = 0
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const found = matchFrom(parts, text, joined, from)
    if (!found) break
    if (found.words && (!best || length(found.words) < length(best))) best = found.words
    if (found.words?.length === 1) break
    from = found.start + 1
  }
  const [first, last] = [best?.[0], best?.at(-1)]
  if (!best || !first || !last) return undefined
  return {
    start: text.starts[first.start] ?? 0,
    end: text.ends[last.end - 1] ?? source.length,
    words: best,
    marked: markedOf(parts, best, source, text),
  }
}
