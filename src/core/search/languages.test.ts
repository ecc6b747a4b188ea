import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { openEngine } from './fixtures/engine'
import { articleOf, createMemorySource, idOf } from './fixtures/memorySource'
import type { SearchDocument } from './types'

interface Article {
  readonly title: string
  readonly body: string
}

const corpora = sharedFolder('corpora')

const readArticles = (folder: string, language: string): readonly Article[] =>
  gunzipSync(readFileSync(join(folder, `languages/${language}.jsonl.gz`)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Article)

/** Russian endings, and those of another case. */
const cases: Readonly<Record<string, string>> = {
  ами: 'ах',
  ями: 'ях',
  ого: 'ому',
  ему: 'его',
  ая: 'ую',
  ах: 'ами',
  ий: 'иям',
  ии: 'ией',
  ов: 'ам',
  ость: 'остью',
}

/** The same words as somebody else writes them. */
const otherwise: Readonly<Record<string, (word: string) => string>> = {
  ar: (word) =>
    word
      .replace(/^ال(?=.{3})/, '')
      .replace(/[أإآ]/g, 'ا')
      .replace(/ة$/, 'ه'),
  de: (word) => word.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss'),
  fr: (word) => `l’${word.normalize('NFD').replace(/\p{M}/gu, '')}`,
  ru: (word) =>
    word
      .replace(/(?:ами|ями|ого|ему|ая|ах|ий|ии|ов|ость)$/, (ending) => cases[ending] ?? ending)
      .toUpperCase(),
  zh: (word) => word.normalize('NFD'),
}

/** The longest words of a text, or a run of eight ideographs. */
const wordsOf = (text: string, language: string, most: number): readonly string[] => {
  if (language === 'zh') return text.match(/\p{Script=Han}{8}/u)?.slice(0, 1) ?? []
  const words = [...new Set(text.match(/\p{L}{4,}/gu))]
  return words.sort((a, b) => b.length - a.length).slice(0, most)
}

/** Mean reciprocal rank among the first ten of the items that the words were taken from. */
const rankOf = async (language: string, queries: readonly string[], documents: readonly SearchDocument[]) => {
  const engine = await openEngine(createMemorySource(documents))
  let sum = 0
  let asked = 0
  for (const [at, text] of queries.entries()) {
    if (text === '') continue
    const { hits } = await engine.query({ text: `${text} `, offset: 0, limit: 10, placesPerHit: 1 })
    const rank = hits.findIndex(({ id }) => id === idOf(at)) + 1
    sum += rank === 0 ? 0 : 1 / rank
    asked += 1
  }
  expect(asked, language).toBeGreaterThan(documents.length * 0.8)
  return sum / asked
}

test('counts a known item that is found first as one, and words of nothing as none (control)', async () => {
  const documents = [articleOf(0, 'The harbour was measured', ['A crane was set on the quay.'])]
  expect(await rankOf('en', ['harbour'], documents)).toBe(1)
  expect(await rankOf('en', ['nothing'], documents)).toBe(0)
})

if (corpora !== undefined)
  test.each(['ar', 'de', 'fr', 'ru', 'zh'])(
    'an article is found by words of its title and of its text, also as others write them (%s)',
    async (language) => {
      const articles = readArticles(corpora, language)
      const documents = articles.map(({ title, body }, at) =>
        articleOf(at, title, body.normalize('NFC').split('\n'), { language }),
      )
      const write = otherwise[language] as (word: string) => string
      const queriesOf = (text: (article: Article) => string, most: number, change = (word: string) => word) =>
        articles.map((article) => wordsOf(text(article), language, most).map(change).join(' '))
      const ranks = {
        title: await rankOf(
          language,
          queriesOf(({ title }) => title, 4),
          documents,
        ),
        text: await rankOf(
          language,
          queriesOf(({ body }) => body.slice(body.length / 2), 3),
          documents,
        ),
        otherwise: await rankOf(
          language,
          queriesOf(({ body }) => body.slice(body.length / 2), 3, write),
          documents,
        ),
      }
      expect(ranks.title).toBeGreaterThan(0.95)
      expect(ranks.text).toBeGreaterThan(0.95)
      expect(ranks.otherwise).toBeGreaterThan(0.9)
    },
    120_000,
  )
