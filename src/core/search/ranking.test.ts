import { expect, onTestFinished, test } from 'vitest'
import { ask, openEngine } from './fixtures/engine'
import { createFullTextPeer } from './fixtures/fullTextPeer'
import { generatedDocument, generateNews, rememberedWords } from './fixtures/generatedNews'
import { createMemorySource } from './fixtures/memorySource'
import type { SearchEngine } from './searchEngine'

const seed = 20_261_122
const articles = generateNews(500, seed)
const items = rememberedWords(articles, 2, seed).filter((_, at) => at % 4 === 0)

/** Ids of the first ten that have any of the words. */
const firstTen = async (engine: SearchEngine, words: readonly string[]): Promise<readonly string[]> =>
  (await ask(engine, `${words.join(' OR ')} `)).hits.map(({ id }) => id)

/** 1 / place, 0 where it is not among those found. */
const reciprocalRank = (found: readonly string[], id: string): number => {
  const at = found.indexOf(id)
  return at < 0 ? 0 : 1 / (at + 1)
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const openWhole = async (some: typeof articles): Promise<SearchEngine> => {
  const engine = await openEngine(createMemorySource(some.map(generatedDocument)))
  await engine.rebuild()
  return engine
}

let opened: Promise<SearchEngine> | undefined
/** Everything in one index, made once for all tests. */
const wholeEngine = (): Promise<SearchEngine> => (opened ??= openWhole(articles))

/** The first half in a saved index, the second in the one that grows. */
const openInParts = async (order: typeof articles): Promise<SearchEngine> => {
  const documents = order.map(generatedDocument)
  const half = documents.length / 2
  const source = createMemorySource(documents.slice(0, half))
  const engine = await openEngine(source, { mostLive: documents.length })
  await engine.rebuild()
  source.put(...documents.slice(half))
  await engine.catchUp()
  return engine
}

/** Mean share of the first ten that this engine has in common with that of everything in one index. */
const overlap = async (other: SearchEngine): Promise<number> => {
  const whole = await wholeEngine()
  const shares: number[] = []
  for (const { words } of items) {
    const [left, right] = [await firstTen(whole, words), await firstTen(other, words)]
    shares.push(left.filter((id) => right.includes(id)).length / Math.max(left.length, right.length))
  }
  return mean(shares)
}

/** Mean reciprocal rank of all items. */
const meanRank = async (find: (words: readonly string[]) => Promise<readonly string[]>): Promise<number> => {
  const ranks: number[] = []
  for (const { id, words } of items) ranks.push(reciprocalRank(await find(words), id))
  return mean(ranks)
}

const meanRankOfPeer = (): Promise<number> => {
  const peer = createFullTextPeer(articles)
  onTestFinished(peer.close)
  return meanRank((words) => Promise.resolve(peer.any(words)))
}

test('there are many items to find, and FTS5 finds most of them, though not all in the first place', async () => {
  expect(items.length).toBeGreaterThan(90)
  const rank = await meanRankOfPeer()
  expect(rank).toBeGreaterThan(0.6)
  expect(rank).toBeLessThan(0.95)
})

test('an article is found by two words of its text at least as high up as in FTS5', async () => {
  const engine = await wholeEngine()
  const rank = await meanRank((words) => firstTen(engine, words))
  expect(rank).toBeGreaterThanOrEqual(await meanRankOfPeer())
})

test.each([
  ['mixed', articles],
  ['by topic', [...articles].sort((a, b) => (a.section < b.section ? -1 : a.section > b.section ? 1 : 0))],
])(
  'one index and several give the same first ten, whichever order the articles come in (%s)',
  async (_, order) => {
    expect(await overlap(await openInParts(order))).toBeGreaterThanOrEqual(0.99)
  },
)

test('an index that lacks articles does not pass for a whole one', async () => {
  const lacking = await openWhole(articles.slice(articles.length / 4))
  expect(await overlap(lacking)).toBeLessThan(0.99)
})
