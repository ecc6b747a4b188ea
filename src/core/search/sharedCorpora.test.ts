import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bridgeText, harbourText } from '#core/fixtures/articleFiles'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { openEngine } from './fixtures/engine'
import { articleOf, createMemorySource, idOf } from './fixtures/memorySource'
import type { SearchDocument } from './types'

interface Article {
  readonly title: string
  readonly body: string
  readonly language?: string
}

const readArticles = (path: string): Article[] =>
  gunzipSync(readFileSync(path))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Article)

const toDocuments = (articles: readonly Article[]): SearchDocument[] =>
  articles.map(({ title, body, language }, at) =>
    articleOf(at, title, body.normalize('NFC').split('\n'), language ? { language } : {}),
  )

const acronym = /(?<![\p{L}\p{M}])\p{L}(?:\.\p{L})+(?![\p{L}\p{M}])/gu

/** Words by another rule than the engine's: what stands between spaces and punctuation, with `U.S.` as one. */
const wordsOf = (text: string): string[] => {
  const plain = text.normalize('NFC').replace(acronym, (letters) => letters.replaceAll('.', ''))
  const words = plain.split(/[\s\p{P}\p{S}\p{Cf}]+/u)
  return [...new Set(words.filter((word) => /[\p{L}\p{N}]/u.test(word)))]
}

/** Words of the first bodies by which a search does not find the article that they stand in. */
const lostWords = async (documents: readonly SearchDocument[], looked: number): Promise<string[]> => {
  const engine = await openEngine(createMemorySource(documents))
  const lost: string[] = []
  for (const document of documents.slice(0, looked))
    for (const word of wordsOf(document.texts.map(({ text }) => text).join('\n')))
      if (!(await engine.select(`${word} `)).includes(document.id)) lost.push(word)
  return lost
}

test('each word of a body finds its article', async () => {
  const articles = [harbourText, bridgeText].map((text) => ({ title: text.split('\n')[0] ?? '', body: text }))
  expect(await lostWords(toDocuments(articles), 2)).toEqual([])
})

const corpora = sharedFolder('corpora')
if (corpora !== undefined) {
  test.each(['ar', 'de', 'fr', 'ru', 'zh'])(
    'each word of a body finds its article among real ones (%s)',
    async (language) => {
      const documents = toDocuments(
        readArticles(join(corpora, `languages/${language}.jsonl.gz`)).slice(0, 60),
      )
      expect(await lostWords(documents, 12)).toEqual([])
    },
    120_000,
  )

  test('known items come first among real news, whichever index holds them', async () => {
    const articles = readArticles(join(corpora, 'news/articles.jsonl.gz')).slice(0, 3000)
    const documents = toDocuments(articles)
    const one = await openEngine(createMemorySource(documents))
    await one.rebuild()
    const source = createMemorySource(documents.slice(0, 2500))
    const split = await openEngine(source)
    await split.rebuild()
    source.put(...documents.slice(2500))
    await split.catchUp()
    let found = 0
    let tried = 0
    for (const [at, { title }] of articles.entries()) {
      if (at % 30 !== 0 || wordsOf(title).length < 4) continue
      const query = { text: `${wordsOf(title).join(' ')} `, offset: 0, limit: 10, placesPerHit: 1 }
      const [whole, parts] = [await one.query(query), await split.query(query)]
      expect(parts.hits.map(({ id }) => id)).toEqual(whole.hits.map(({ id }) => id))
      tried += 1
      if (whole.hits.slice(0, 3).some(({ id }) => id === idOf(at))) found += 1
    }
    expect(tried).toBeGreaterThan(50)
    expect(found / tried).toBeGreaterThan(0.95)
  }, 120_000)
}
