import { alignWords, type Alignment } from './alignWords'

/** A pattern of more words is looked for by the words that a stretch shares with it, and not compared word by word. */
const mostAligned = 600

/** Stretches that are compared word by word. */
const candidates = 3

interface Window {
  readonly at: number
  readonly common: number
}

/** How many words each stretch as long as the pattern has in common with it, in one pass; the best that do not overlap. */
const bestWindows = (pattern: readonly string[], words: readonly string[], near: number): Window[] => {
  const wanted = new Map<string, number>()
  for (const key of pattern) wanted.set(key, (wanted.get(key) ?? 0) + 1)
  const windows: Window[] = []
  let common = 0
  const size = pattern.length
  for (let end = 0; end < words.length; end += 1) {
    const come = words[end] ?? ''
    const left = wanted.get(come)
    if (left !== undefined) {
      if (left > 0) common += 1
      wanted.set(come, left - 1)
    }
    const gone = end >= size ? (words[end - size] ?? '') : undefined
    const back = gone === undefined ? undefined : wanted.get(gone)
    if (gone !== undefined && back !== undefined) {
      if (back >= 0) common -= 1
      wanted.set(gone, back + 1)
    }
    if (common > 0) windows.push({ at: Math.max(0, end - size + 1), common })
  }
  windows.sort((a, b) => b.common - a.common || Math.abs(a.at - near) - Math.abs(b.at - near) || a.at - b.at)
  const best: Window[] = []
  for (const window of windows) {
    if (best.every(({ at }) => Math.abs(at - window.at) >= size)) best.push(window)
    if (best.length === candidates) break
  }
  return best
}

const windowAlignment = (size: number, { at, common }: Window): Alignment => ({
  cost: size - common,
  places: Array.from({ length: size }, (_, place) => at + place),
})

/**
 * Where in `words` a pattern stands most nearly; `near` is the word from which the distance decides between equals.
 * Undefined where no word of it is there. Takes one pass over the words, and a bounded time for what is compared closely.
 */
export const nearWords = (
  pattern: readonly string[],
  words: readonly string[],
  near: number,
): Alignment | undefined => {
  let best: Alignment | undefined
  const size = pattern.length
  for (const window of bestWindows(pattern, words, near)) {
    const from = Math.max(0, window.at - Math.ceil(size / 2) - 4)
    const to = window.at + size + Math.ceil(size / 2) + 4
    const found =
      size > mostAligned ? windowAlignment(size, window) : alignWords(pattern, words.slice(from, to))
    const offset = size > mostAligned ? 0 : from
    const placed = {
      cost: found.cost,
      places: found.places.map((place) => (place < 0 ? place : Math.min(place + offset, words.length - 1))),
    }
    if (!best || placed.cost < best.cost) best = placed
  }
  return best
}
