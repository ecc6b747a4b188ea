import { leastShared } from './aboutTheSame'
import type { Published } from './createPublishers'
import { createHeld } from './createHeld'
import { wordsOfArticle } from './createTexts'
import type { KnownRecords } from './knownRecords'

/** Articles of one source that are looked at: whoever publishes more has told the same story lately, or not. */
const mostRead = 60

/** Sources whose articles are kept indexed: each takes about 100 kB. */
const mostHeld = 200

/** Articles of one source that may tell what a passage tells: all that do, and by chance another. */
export type ToldBy = (
  origins: ReadonlySet<string>,
  passage: ReadonlySet<string>,
  pause: () => Promise<void>,
) => Promise<readonly Published[]>

interface Index {
  readonly articles: readonly Published[]
  /** Hash of a word times 64 and the number of the article in which it stands, in order. */
  readonly places: Float64Array
}

/** FNV-1a over UTF-16 units; two words of one hash cost a closer look, no wrong answer. */
const hashOf = (word: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

const width = 64

const indexOf = async (
  articles: readonly Published[],
  record: KnownRecords['record'],
  pause: () => Promise<void>,
): Promise<Index> => {
  const places: number[] = []
  for (const [number, { id }] of articles.entries()) {
    const article = record(id)
    if (article?.kind === 'article')
      for (const word of wordsOfArticle(article)) places.push(hashOf(word) * width + number)
    await pause()
  }
  return { articles, places: Float64Array.from(places).sort() }
}

/** The first place that is not before the one that is looked for. */
const firstFrom = (places: Float64Array, wanted: number): number => {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((places[middle] ?? Infinity) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

const alikeIn = ({ articles, places }: Index, passage: ReadonlySet<string>): Published[] => {
  const shared = new Uint32Array(articles.length)
  for (const word of passage) {
    const from = hashOf(word) * width
    for (let at = firstFrom(places, from); (places[at] ?? Infinity) < from + width; at += 1) {
      const number = (places[at] ?? 0) - from
      shared[number] = (shared[number] ?? 0) + 1
    }
  }
  const least = leastShared(passage)
  return articles.filter((_, number) => (shared[number] ?? 0) >= least)
}

/**
 * Which of a source's articles may be about a passage, by an index of their words that is made once: comparing each passage
 * with each text of each source took most of a minute for two thousand articles.
 */
export const createTold = ({ record, revision, publishers }: KnownRecords): ToldBy => {
  const held = createHeld<Promise<Index>>(revision, mostHeld)
  return async (origins, passage, pause) => {
    const key = [...origins].sort().join('\n')
    const index = await held(key, async () =>
      indexOf((await publishers.articlesBy(origins)).slice(0, mostRead), record, pause),
    )
    return alikeIn(index, passage)
  }
}
