import type { WordRun } from '#shared/contract/versions'
import { compareWords } from '../versions/compareWords'
import type { FoundQuote } from './compareQuote'
import { foldTypography } from './foldTypography'
import { nearWords } from './nearWords'
import { quotationParts, withoutCaseMark } from './quotationParts'
import { placedWords, type PlacedWord } from './words'

/** Below this share of words in common a quotation is of another text. */
const leastLikeness = 0.5

const fold = (text: string): string => foldTypography(text).text

const edges = /^(?<before>[^\p{L}\p{N}\p{M}]*)(?<words>.*?)(?<after>[^\p{L}\p{N}\p{M}]*)$/su

const edgesOf = (text: string): { before: string; words: string; after: string } => {
  const { before = '', words = '', after = '' } = edges.exec(text)?.groups ?? {}
  return { before, words, after }
}

/** What went and what came in its place, without the marks at both ends that differ in setting alone. */
const narrowed = (gone: string, come: string): WordRun[] => {
  if (fold(gone) === fold(come)) return [{ as: 'same', text: gone }]
  const [old, now] = [edgesOf(gone), edgesOf(come)]
  const [begins, ends] = [fold(old.before) === fold(now.before), fold(old.after) === fold(now.after)]
  return [
    { as: 'same', text: begins ? old.before : '' },
    { as: 'gone', text: `${begins ? '' : old.before}${old.words}${ends ? '' : old.after}` },
    { as: 'new', text: `${begins ? '' : now.before}${now.words}${ends ? '' : now.after}` },
    { as: 'same', text: ends ? old.after : '' },
  ]
}

/** Words that went and words that came which differ in setting alone are the same words. */
const withoutTypography = (runs: readonly WordRun[]): WordRun[] => {
  const kept: WordRun[] = []
  const push = (run: WordRun): void => {
    const last = kept.at(-1)
    if (run.text === '') return
    if (last?.as === run.as) kept[kept.length - 1] = { as: run.as, text: last.text + run.text }
    else kept.push(run)
  }
  for (const run of runs) {
    const last = kept.at(-1)
    if (last?.as === 'gone' && run.as === 'new') {
      kept.pop()
      for (const piece of narrowed(last.text, run.text)) push(piece)
    } else push(run)
  }
  return kept
}

/** The words of a text that are nearest to those of a quotation, each part between two marks by itself. */
const nearestWords = (
  quotation: string,
  words: readonly PlacedWord[],
): { readonly placed: readonly PlacedWord[]; readonly likeness: number } => {
  const keys = words.map(({ key }) => key)
  const placed: PlacedWord[] = []
  let [same, all] = [0, 0]
  for (const part of quotationParts(quotation)) {
    if (part.type !== 'words') continue
    const pattern = placedWords(withoutCaseMark(part.text)).map(({ key }) => key)
    const found = nearWords(pattern, keys, 0)
    all += pattern.length
    same += found ? pattern.length - found.cost : 0
    placed.push(...(found?.places.flatMap((place) => words[place] ?? []) ?? []))
  }
  return { placed, likeness: all === 0 ? 0 : same / all }
}

/** A quotation whose words are not those of the text, beside the words that are nearest; or not found. */
export const compareChangedWords = (quotation: string, text: string): FoundQuote => {
  const { placed, likeness } = nearestWords(quotation, placedWords(text))
  if (likeness < leastLikeness || placed.length === 0) return { outcome: 'not-found' }
  const start = Math.min(...placed.map((word) => word.start))
  const end = Math.max(...placed.map((word) => word.end))
  const words = withoutTypography(compareWords(text.slice(start, end), quotation))
  return { outcome: 'words-changed', start, end, words, likeness }
}
