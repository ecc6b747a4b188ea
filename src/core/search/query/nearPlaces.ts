import { isMarked, type Marks } from '#core/search/index/marks'
import { documentOf, fieldOf, keyOf, type Shard } from '#core/search/index/shard'
import type { PhrasePlan, TermPlan } from './plan'
import { phraseSpans } from './spans'

/** Above every position: the longest text that is taken in has half as many. Keys are of 24 bits, so a place is a whole number. */
const positions = 2 ** 29
/** Places between two looks at whether anybody waits. */
const stride = 1 << 16

/** Where something of a fixed number of words begins, rising: 2^29 times its key, and the position of its first word. */
export interface Places {
  readonly places: Float64Array
  /** Words. */
  readonly length: number
}

/** Where `within` is looked for, and how often one is asked whether to go on. */
export interface PlacesAsked {
  readonly shard: Shard
  /** Its place among the shards. */
  readonly at: number
  readonly within: Marks
  readonly checkpoint: () => void
}

/** Places of many terms in one array, however common they are: a prefix of one letter stands a million times. */
const placesOfTerm = (
  { groups, field }: TermPlan,
  { shard, at, within, checkpoint }: PlacesAsked,
): Places => {
  const masked = shard.masked() > 0
  let places = new Float64Array(256)
  let size = 0
  const add = (term: number): void => {
    const { starts, values } = shard.positions(term)
    const entries = shard.entries(term)
    if (size + values.length > places.length) {
      const larger = new Float64Array(2 * (size + values.length))
      larger.set(places.subarray(0, size))
      places = larger
    }
    for (let entry = 0; entry < entries.length; entry++) {
      const key = keyOf(entries[entry] as number)
      const document = documentOf(key)
      if (!isMarked(within, document) || (field !== undefined && fieldOf(key) !== field)) continue
      if (masked && shard.isMasked(document)) continue
      const end = starts[entry + 1] as number
      for (let place = starts[entry] as number; place < end; place++)
        places[size++] = key * positions + (values[place] as number)
    }
  }
  const terms = groups.flatMap((group) => group.terms[at] ?? [])
  for (const term of terms) {
    checkpoint()
    add(term)
  }
  const found = places.subarray(0, size)
  return { places: terms.length > 1 ? found.sort() : found, length: 1 }
}

const placesOfPhrase = (plan: PhrasePlan, { shard, at, within }: PlacesAsked): Places => {
  const { keys, begins, length } = phraseSpans(shard, at, plan, { field: plan.field, within })
  return {
    places: Float64Array.from(keys, (key, of) => key * positions + (begins[of] as number)).sort(),
    length,
  }
}

export const placesOf = (plan: TermPlan | PhrasePlan, asked: PlacesAsked): Places =>
  plan.type === 'term' ? placesOfTerm(plan, asked) : placesOfPhrase(plan, asked)

/**
 * Keys in which the two stand with at most `distance` words between them, in either order, and do not overlap. Both are gone
 * through once, side by side.
 */
export const nearKeys = (
  left: Places,
  right: Places,
  distance: number,
  checkpoint: () => void,
): readonly number[] => {
  const lefts = left.places
  const keys: number[] = []
  let before = 0
  let after = 0
  for (let at = 0; at < right.places.length; at++) {
    if (at % stride === 0) checkpoint()
    const place = right.places[at] as number
    const key = Math.floor(place / positions)
    if (key === keys.at(-1)) continue
    const first = Math.max(key * positions, place - left.length - distance)
    const next = place + right.length
    while (before < lefts.length && (lefts[before] as number) < first) before++
    while (after < lefts.length && (lefts[after] as number) < next) after++
    const last = Math.min(next + distance, (key + 1) * positions - 1)
    const isNear =
      (before < lefts.length && (lefts[before] as number) <= place - left.length) ||
      (after < lefts.length && (lefts[after] as number) <= last)
    if (isNear) keys.push(key)
  }
  return keys
}
