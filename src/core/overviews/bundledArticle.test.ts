import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { recordSet } from '#shared/model/records'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { emptyRecordSet } from '../records/recordSets'

const input = resolve(import.meta.dirname, '../../../archive/isis-caliphate-baghouz-2019.input.json')

let world: TestApp
beforeEach(async () => {
  world = await openTestApp()
  const { articles, photos, references, sources } = JSON.parse(readFileSync(input, 'utf8')) as Record<
    string,
    unknown
  >
  const records = recordSet.parse({ ...emptyRecordSet, articles, photos, references, sources })
  world.app.archive.catalogue.commit({ records, action: 'import', actor: 'tester' })
})
afterEach(() => world.close())

it('stands in its month, which is all that is known of its date, with 9 citations of 6 sources at 7 passages', async () => {
  const counts = { articles: 1, sources: 6, passages: 7, citations: 9 }
  const expected = {
    totals: { ...counts, uncited: 0, others: 0 },
    periods: [{ period: '2019-03', ...counts }],
    undated: { articles: 0, sources: 0, passages: 0, citations: 0 },
  }
  expect(await world.client.overviews.timeline({})).toEqual({ by: 'month', ...expected })
  expect(await world.client.overviews.timeline({ by: 'day' })).toEqual({ by: 'day', ...expected })
  expect((await world.client.overviews.timeline({ by: 'year' })).periods).toEqual([
    { period: '2019', ...counts },
  ])
  const { total, rows } = await world.client.overviews.articles({ by: 'day', period: '2019-03' })
  expect([total, rows]).toMatchObject([1, [{ published: '2019-03', sources: 6, citations: 9 }]])
})

it('links each of its 7 source lines with what it names, CNN once in "Source: CNN, CNN"', async () => {
  const { view, sources, ends, links, rest } = await world.client.overviews.network({})
  expect(view).toBe('passages')
  expect(rest).toEqual({ sources: 0, ends: 0, links: 0 })
  expect(ends.map(({ name, text }) => `${name} ${text}`)).toEqual([
    '8 Source: CNN',
    '9 Source: CNN, CNN',
    '13 Source: Associated Press',
    '14 Source: Australian Broadcasting Corporation',
    '15 Source: Associated Press',
    '16 Source: Business Insider',
    '20 Source: The Intercept, Reuters',
  ])
  expect(sources.map(({ name, passages, citations }) => [name, passages, citations])).toEqual([
    ['CNN', 2, 3],
    ['Associated Press', 2, 2],
    ['Australian Broadcasting Corporation', 1, 1],
    ['Business Insider', 1, 1],
    ['Reuters', 1, 1],
    ['The Intercept', 1, 1],
  ])
  expect(
    links.map(({ from, to, passages, citations }) => [
      ends[from]?.name,
      sources[to]?.name,
      passages,
      citations,
    ]),
  ).toEqual([
    ['9', 'CNN', 1, 2],
    ['8', 'CNN', 1, 1],
    ['13', 'Associated Press', 1, 1],
    ['14', 'Australian Broadcasting Corporation', 1, 1],
    ['15', 'Associated Press', 1, 1],
    ['16', 'Business Insider', 1, 1],
    ['20', 'Reuters', 1, 1],
    ['20', 'The Intercept', 1, 1],
  ])
})

it('is linked as a whole with each source, and its sources with each other', async () => {
  const whole = await world.client.overviews.network({ view: 'articles' })
  expect(whole.ends).toMatchObject([{ published: '2019-03', passages: 7, citations: 9 }])
  expect(
    whole.links.map(({ to, passages, citations }) => [whole.sources[to]?.name, passages, citations]),
  ).toEqual([
    ['CNN', 2, 3],
    ['Associated Press', 2, 2],
    ['Australian Broadcasting Corporation', 1, 1],
    ['Business Insider', 1, 1],
    ['Reuters', 1, 1],
    ['The Intercept', 1, 1],
  ])
  const together = await world.client.overviews.network({ view: 'together' })
  expect(together.links).toHaveLength(15)
  expect(together.links.every(({ articles, from, to }) => articles === 1 && from < to)).toBe(true)
})
