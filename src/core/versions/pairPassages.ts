import type { Passage } from '#shared/model/article'
import { longestRun } from './longestRun'

/** What became of the passages of one version in another, by their places. */
export interface PairedPassages {
  /** Of each later place the earlier one, and whether it kept its order and its words. */
  readonly earlier: ReadonlyMap<number, { readonly place: number; readonly as: 'same' | 'changed' | 'moved' }>
  /** Earlier places that are in no pair. */
  readonly gone: readonly number[]
}

interface Pair {
  readonly from: number
  readonly to: number
}

const keyOf = ({ passageKind, text }: Passage): string => `${passageKind} ${text}`

/** Passages with the same words, the first with the first where several are alike. */
const equalPairs = (before: readonly Passage[], after: readonly Passage[]): Pair[] => {
  const places = new Map<string, number[]>()
  for (const [place, passage] of after.entries()) {
    const key = keyOf(passage)
    const held = places.get(key)
    if (held) held.push(place)
    else places.set(key, [place])
  }
  return before.flatMap((passage, from) => {
    const to = places.get(keyOf(passage))?.shift()
    return to === undefined ? [] : [{ from, to }]
  })
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

/** From this share of words in common on (Dice) a passage is the other one, changed. */
const alike = 0.5

const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size + b.size === 0) return 0
  const common = [...a].filter((word) => b.has(word)).length
  return (2 * common) / (a.size + b.size)
}

/** Candidates that are compared with one passage: the next ones of the gap in which it stood. */
const reach = 12

interface Gap {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** The places between passages that stayed, of both versions: only there a passage can have changed where it stood. */
const gapsBetween = (
  fixed: readonly Pair[],
  sizes: Pair,
  free: (pair: 'from' | 'to', place: number) => boolean,
): Gap[] => {
  const gaps: Gap[] = []
  let [from, to] = [0, 0]
  for (const end of [...fixed, { from: sizes.from, to: sizes.to }]) {
    const range = (side: 'from' | 'to', start: number): number[] =>
      Array.from({ length: Math.max(0, end[side] - start) }, (_, at) => start + at).filter((at) =>
        free(side, at),
      )
    gaps.push({ before: range('from', from), after: range('to', to) })
    ;[from, to] = [end.from + 1, end.to + 1]
  }
  return gaps
}

const changedPairs = (gap: Gap, before: readonly Passage[], after: readonly Passage[]): Pair[] => {
  const pairs: Pair[] = []
  let start = 0
  for (const from of gap.before) {
    const old = before[from]
    if (!old) continue
    const words = wordsOf(old.text)
    let best: { readonly at: number; readonly share: number } | undefined
    for (let at = start; at < Math.min(gap.after.length, start + reach); at += 1) {
      const now = after[gap.after[at] ?? -1]
      if (!now || now.passageKind !== old.passageKind) continue
      const found = share(words, wordsOf(now.text))
      if (found >= alike && found > (best?.share ?? 0)) best = { at, share: found }
    }
    const to = best && gap.after[best.at]
    if (!best || to === undefined) continue
    pairs.push({ from, to })
    start = best.at + 1
  }
  return pairs
}

/** Finds each passage of an earlier version in a later one: unchanged, changed where it stood, or moved. */
export const pairPassages = (before: readonly Passage[], after: readonly Passage[]): PairedPassages => {
  const equal = equalPairs(before, after)
  const kept = longestRun(equal.map(({ to }) => to))
  const fixed = equal.filter((_, index) => kept.has(index))
  const taken = { from: new Set(equal.map(({ from }) => from)), to: new Set(equal.map(({ to }) => to)) }
  const gaps = gapsBetween(
    fixed,
    { from: before.length, to: after.length },
    (side, place) => !taken[side].has(place),
  )
  const changed = gaps.flatMap((gap) => changedPairs(gap, before, after))
  const earlier = new Map<number, { place: number; as: 'same' | 'changed' | 'moved' }>()
  for (const [index, { from, to }] of equal.entries())
    earlier.set(to, { place: from, as: kept.has(index) ? 'same' : 'moved' })
  for (const { from, to } of changed) earlier.set(to, { place: from, as: 'changed' })
  const found = new Set([...earlier.values()].map(({ place }) => place))
  return { earlier, gone: before.map((_, place) => place).filter((place) => !found.has(place)) }
}
