import { expect, test } from 'vitest'
import { textSignature } from '../likeness/fingerprintsOf'
import { bandsOf } from '../likeness/minHash'
import { systemClock as clock } from '../records/clock'
import { exampleSource } from '../store/fixtures/exampleRecords'
import { alikeArticles, type ArticleSource } from './alikeArticles'
import { areDifferentBy } from './areDifferent'
import { alikeArticle } from './fixtures/alikeRecords'

const source = exampleSource(clock, 'Reuters')
const nobody = areDifferentBy(new Map())
const pause = (): Promise<void> => Promise.resolve()

/** A catalogue of these articles, as far as likeness asks. */
const sourceOf = (articles: readonly ReturnType<typeof alikeArticle>[]): ArticleSource => {
  const signatures = new Map(
    articles.flatMap(({ id, versions }) => {
      const signature = textSignature(versions.at(-1)?.passages ?? [])
      return signature ? [[id, signature] as const] : []
    }),
  )
  return {
    signature: (id) => signatures.get(id),
    buckets: (slice) => {
      const buckets = new Map<string, string[]>()
      for (const [id, signature] of signatures)
        for (const band of bandsOf(signature).filter((one) => one.startsWith(slice)))
          buckets.set(band, [...(buckets.get(band) ?? []), id])
      return [...buckets.values()].filter((bucket) => bucket.length > 1)
    },
  }
}

test('groups what is nearly the same text around the first, and nothing else', async () => {
  const articles = [
    alikeArticle(clock, source, { text: 1 }),
    alikeArticle(clock, source, { text: 2 }),
    alikeArticle(clock, source, { text: 1, change: 1 }),
    alikeArticle(clock, source, { text: 3 }),
    alikeArticle(clock, source, { text: 1, change: 2 }),
  ]
  const groups = await alikeArticles(sourceOf(articles), nobody, pause)
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({ kind: 'article', reason: 'text' })
  expect(groups[0]?.members[0]).toEqual({ id: articles[0]?.id, likeness: 1 })
  expect(groups[0]?.members.map(({ id }) => id).sort()).toEqual(
    [articles[0], articles[2], articles[4]].map((article) => article?.id).sort(),
  )
})

test('leaves out what was said to be different, and only that', async () => {
  const articles = [0, 1, 2].map((change) => alikeArticle(clock, source, { text: 1, change }))
  const [first = '', second = '', third = ''] = articles.map(({ id }) => id)
  const sets = new Map([first, second].map((id) => [id, new Set(['s'])]))
  const groups = await alikeArticles(sourceOf(articles), areDifferentBy(sets), pause)
  expect(groups.map(({ members }) => members.map(({ id }) => id))).toEqual([[first, third]])
})
