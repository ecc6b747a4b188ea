import type { TextSelector } from '#shared/model/selector'
import { nearWords } from './nearWords'
import type { VersionText } from './versionText'
import { placedWords } from './words'

/** A part of a text, in UTF-16 units, and the share of its words that are those looked for. */
export interface NearPlace {
  readonly start: number
  readonly end: number
  readonly likeness: number
}

/** Units on each side of the old place that are looked at: an article of any length costs a bounded time. */
const reach = 600_000

/** Below this share of words in common a place is another one. */
const leastLikeness = 0.5

/** Words that are whole in the context of a selector: what is cut off at its outer end is no word. */
const contextWords = ({ prefix, suffix }: TextSelector): { before: string[]; after: string[] } => ({
  before: placedWords(prefix.replace(/^[\p{L}\p{N}\p{M}]+/u, '')).map(({ key }) => key),
  after: placedWords(suffix.replace(/[\p{L}\p{N}\p{M}]+$/u, '')).map(({ key }) => key),
})

/**
 * Where the words of a selector may stand in another text: found with what stood around them, so that also one changed
 * word has a place. Undefined where nothing there is like them.
 */
export const proposePlace = (selector: TextSelector, text: VersionText): NearPlace | undefined => {
  const middle = text.toUnit(selector.start)
  const from = Math.max(0, middle - reach)
  const words = placedWords(text.text.slice(from, middle + selector.exact.length + reach), from)
  const { before, after } = contextWords(selector)
  const exact = placedWords(selector.exact).map(({ key }) => key)
  const pattern = [...before, ...exact, ...after]
  const near = words.findIndex(({ end }) => end > middle)
  const found = nearWords(
    pattern,
    words.map(({ key }) => key),
    near < 0 ? words.length : near,
  )
  if (!found) return undefined
  const placed = found.places.slice(before.length, before.length + exact.length).flatMap((place, at) => {
    const word = words[place]
    return word ? [{ ...word, same: word.key === exact[at] }] : []
  })
  const likeness = Math.max(
    1 - found.cost / pattern.length,
    placed.filter(({ same }) => same).length / exact.length,
  )
  const [first, last] = [placed[0], placed.at(-1)]
  return first && last && likeness >= leastLikeness
    ? { start: first.start, end: last.end, likeness }
    : undefined
}
