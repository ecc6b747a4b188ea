import { isMarked } from '#core/search/index/marks'
import { documentOf, fieldOf, keyOf, type Shard } from '#core/search/index/shard'
import type { Restriction } from './gather'
import type { PhrasePlan } from './plan'

/**
 * Where something of a fixed number of words stands: `begins[at]` is the position of its first word in the document and field of
 * `keys[at]`. Those of one key stand together.
 */
export interface Spans {
  readonly keys: readonly number[]
  readonly begins: readonly number[]
  /** Words. */
  readonly length: number
}

const noSpans = (length: number): Spans => ({ keys: [], begins: [], length })

const lowerBound = (values: Uint32Array, wanted: number, from: number, to: number): number => {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** Place of the entry of a key, at or after `from`; where there is none, of the next. Near places are found soonest. */
const seek = (entries: Uint32Array, key: number, from: number): number => {
  const wanted = key * 256
  let step = 1
  let low = from
  while (low + step < entries.length && (entries[low + step] as number) < wanted) {
    low += step
    step *= 2
  }
  return lowerBound(entries, wanted, low, Math.min(entries.length, low + step + 1))
}

/** Every occurrence of a term, told by where a phrase would begin that has it as word `offset`. */
const begin = (shard: Shard, term: number, offset: number, { field, within }: Restriction): Spans => {
  const { starts, values } = shard.positions(term)
  const entries = shard.entries(term)
  const masked = shard.masked() > 0
  const keys: number[] = []
  const begins: number[] = []
  for (let at = 0; at < entries.length; at++) {
    const key = keyOf(entries[at] as number)
    const document = documentOf(key)
    if (within && !isMarked(within, document)) continue
    if (field !== undefined && fieldOf(key) !== field) continue
    if (masked && shard.isMasked(document)) continue
    const end = starts[at + 1] as number
    for (let place = starts[at] as number; place < end; place++) {
      if ((values[place] as number) < offset) continue
      keys.push(key)
      begins.push((values[place] as number) - offset)
    }
  }
  return { keys, begins, length: 1 }
}

/** Those of the spans that have the term as word `offset`. */
const narrow = (shard: Shard, term: number, offset: number, spans: Spans): Spans => {
  const { starts, values } = shard.positions(term)
  const entries = shard.entries(term)
  const keys: number[] = []
  const begins: number[] = []
  let at = 0
  let place = 0
  let before = -1
  for (let span = 0; span < spans.keys.length; span++) {
    const key = spans.keys[span] as number
    if (key !== before) {
      at = seek(entries, key, at)
      place = starts[at] as number
      before = key
    }
    if (at >= entries.length) break
    if (keyOf(entries[at] as number) !== key) continue
    const end = starts[at + 1] as number
    const wanted = (spans.begins[span] as number) + offset
    while (place < end && (values[place] as number) < wanted) place++
    if (place === end || values[place] !== wanted) continue
    keys.push(key)
    begins.push(spans.begins[span] as number)
  }
  return { keys, begins, length: 1 }
}

/** Where the words of a phrase follow one another; the rarest is looked at first. */
export const phraseSpans = (
  shard: Shard,
  at: number,
  { terms, words }: PhrasePlan,
  restriction: Restriction,
): Spans => {
  const numbers = new Map(terms.map((term) => [term.label, term.groups[0]?.terms[at]?.[0]]))
  const wanted = words.map((word, offset) => ({ term: numbers.get(word), offset }))
  const known = wanted.filter((word): word is { term: number; offset: number } => word.term !== undefined)
  if (known.length < wanted.length) return noSpans(words.length)
  const [first, ...rest] = known
    .map((word) => ({ ...word, frequency: shard.frequency(word.term) }))
    .sort((a, b) => a.frequency - b.frequency)
  if (!first) return noSpans(words.length)
  let spans = begin(shard, first.term, first.offset, restriction)
  for (const { term, offset } of rest) if (spans.keys.length > 0) spans = narrow(shard, term, offset, spans)
  return { ...spans, length: words.length }
}
