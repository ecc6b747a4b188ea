import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Source } from '#shared/model/citation'
import type { Claim } from '#shared/model/claim'
import type { ArticleRecord } from '#shared/model/records'
import type { Photo } from '#shared/model/photo'
import type { Reference } from '#shared/model/reference'
import { createContext } from '../exporters/preflight/createContext'
import { collectContents } from '../exports/collectContents'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { exampleSource } from '../store/fixtures/exampleRecords'
import { articleOf, claimOn, evidenceIn, story } from './fixtures/toldStories'

let world: TestApp
beforeEach(async () => {
  world = await openTestApp()
})
afterEach(() => world.close())

const about = 'The northern bridge collapsed during the flooding, sentence 44 tells.'
const [cnn, reuters, ap] = ['CNN', 'Reuters', 'AP'].map((name) => exampleSource(clock, name)) as [
  Source,
  Source,
  Source,
]
const work: Reference = {
  id: clock.createId(),
  kind: 'reference',
  key: 'cnn-2026',
  csl: { id: 'cnn-2026', type: 'webpage', title: 'A bridge' },
  sourceId: cnn.id,
}

const photoBy = (fields: Photo['fields']): Photo => ({
  kind: 'photo',
  id: clock.createId(),
  fields: { headline: 'A bridge', ...fields },
  origins: {},
  orientation: 1,
})
const photos = {
  reuters: photoBy({ creditLine: 'Reuters' }),
  doeOfReuters: photoBy({ creditLine: 'Jane Doe/REUTERS' }),
  roeOfAp: photoBy({ creditLine: 'AP Photo/Richard Roe' }),
  sold: photoBy({ creditLine: 'Richard Roe', source: 'Associated Press' }),
  doe: photoBy({ creator: 'Jane Doe' }),
  unsigned: photoBy({}),
} as const

const articles = {
  bare: articleOf({ headline: 'Mine', publisher: 'Mine', texts: [about, 'Something else.'] }),
  citing: articleOf({ headline: 'Mine', publisher: 'Mine', texts: [about], lines: { 0: [cnn] } }),
  twice: articleOf({ headline: 'Mine', publisher: 'Mine', texts: [about], lines: { 0: [cnn, cnn] } }),
  long: articleOf({ headline: 'Mine', publisher: 'Mine', texts: story }),
  reprint: articleOf({ headline: 'Again', publisher: 'Echo', texts: [...story, 'End.'] }),
  courier: articleOf({ headline: 'Falls', publisher: 'Courier', texts: story }),
  gazette: articleOf({ headline: 'Fell', publisher: 'Gazette', texts: [...story, 'End.'] }),
  wire: articleOf({ headline: 'Wire', publisher: 'Herald', texts: [...story, 'Ends.'], lines: { 0: [ap] } }),
  byCnn: articleOf({ headline: 'One', publisher: 'Post', texts: ['Own words.'], lines: { 0: [cnn] } }),
  byBoth: articleOf({ headline: 'Two', publisher: 'Star', texts: ['By two.'], lines: { 0: [reuters, ap] } }),
  unsigned: articleOf({ headline: 'A leaflet', texts: ['Words of nobody.'] }),
} as const

type Name = keyof typeof articles
interface Case {
  readonly what: string
  readonly on?: Name
  readonly evidence?: () => Claim['evidence']
  readonly expected: readonly (readonly string[])[]
}

const by = (...names: readonly Name[]) => names.map((name) => evidenceIn(articles[name]))

const showing = (...names: readonly (keyof typeof photos)[]): Claim['evidence'] =>
  names.map((name) => ({
    id: clock.createId(),
    relation: 'supports',
    itemId: photos[name].id,
    addedAt: '2026-01-01T00:00:00.000Z',
  }))

const cases: readonly Case[] = [
  { what: 'nothing', on: 'bare', expected: [] },
  { what: 'whom its own passage cites', on: 'citing', expected: [['CNN']] },
  { what: 'CNN, CNN once', on: 'twice', expected: [['CNN']] },
  {
    what: 'its own passage brought as evidence not at all',
    on: 'bare',
    evidence: () => by('bare'),
    expected: [],
  },
  {
    what: 'another passage of its own story not at all',
    on: 'bare',
    evidence: () => [evidenceIn(articles.bare, {}, '2')],
    expected: [],
  },
  {
    what: 'whom its own passage cites once, when that passage is evidence too',
    on: 'citing',
    evidence: () => by('citing'),
    expected: [['CNN']],
  },
  { what: 'a reprint of its own story not at all', on: 'long', evidence: () => by('reprint'), expected: [] },
  {
    what: 'a reprint of its own story that says whose it is as whom it cites',
    on: 'long',
    evidence: () => by('wire'),
    expected: [['AP']],
  },
  {
    what: 'an article that cites nobody as its publisher',
    on: 'bare',
    evidence: () => by('gazette'),
    expected: [['Gazette']],
  },
  {
    what: 'an article without a publisher as itself',
    on: 'bare',
    evidence: () => by('unsigned'),
    expected: [['A leaflet']],
  },
  {
    what: 'an article that cites others as those',
    on: 'bare',
    evidence: () => by('byBoth'),
    expected: [['Reuters'], ['AP']],
  },
  {
    what: 'two articles with one text once',
    on: 'bare',
    evidence: () => by('courier', 'gazette'),
    expected: [['Courier', 'Gazette']],
  },
  {
    what: 'a wire story with its source line and without once',
    on: 'bare',
    evidence: () => by('wire', 'gazette'),
    expected: [['AP', 'Gazette']],
  },
  {
    what: 'the source of its passage again as evidence once',
    on: 'citing',
    evidence: () => by('byCnn'),
    expected: [['CNN']],
  },
  {
    what: 'another source as a second one',
    on: 'citing',
    evidence: () => by('byBoth'),
    expected: [['CNN'], ['Reuters'], ['AP']],
  },
  {
    what: 'the source that evidence names instead of whom its passage cites',
    on: 'bare',
    evidence: () => [evidenceIn(articles.byBoth, { sourceId: cnn.id })],
    expected: [['CNN']],
  },
  {
    what: 'a work as the source that it is of, once with that source',
    on: 'citing',
    evidence: () => [
      { id: clock.createId(), relation: 'supports', itemId: work.id, addedAt: '2026-01-01T00:00:00.000Z' },
    ],
    expected: [['CNN']],
  },
  {
    what: 'a photo by its credit, once with that source',
    on: 'bare',
    evidence: () => [...by('byBoth'), ...showing('reuters')],
    expected: [['Reuters', 'Reuters'], ['AP']],
  },
  {
    what: 'photos of one agency once, whoever took them',
    on: 'bare',
    evidence: () => showing('doeOfReuters', 'reuters', 'roeOfAp', 'sold'),
    expected: [
      ['Jane Doe/REUTERS', 'Reuters'],
      ['AP Photo/Richard Roe', 'Richard Roe'],
    ],
  },
  {
    what: 'a photo that has a creator alone by that',
    on: 'bare',
    evidence: () => showing('doe', 'doeOfReuters'),
    expected: [['Jane Doe', 'Jane Doe/REUTERS']],
  },
  {
    what: 'a photo that credits nobody as itself',
    on: 'bare',
    evidence: () => showing('unsigned', 'doe'),
    expected: [['A bridge'], ['Jane Doe']],
  },
  {
    what: 'the source that evidence names instead of the credit of its photo',
    on: 'bare',
    evidence: () => showing('doe').map((one) => ({ ...one, sourceId: cnn.id })),
    expected: [['CNN']],
  },
  {
    what: 'what contradicts or gives context not at all',
    on: 'bare',
    evidence: () => [
      evidenceIn(articles.byCnn, { relation: 'contradicts' }),
      evidenceIn(articles.gazette, { relation: 'context' }),
    ],
    expected: [],
  },
  {
    what: 'for a claim that stands alone its evidence',
    evidence: () => by('byCnn', 'courier', 'gazette'),
    expected: [['CNN'], ['Courier', 'Gazette']],
  },
]

const commit = (claim: Claim): void => {
  world.app.archive.catalogue.commit({
    records: {
      ...emptyRecordSet,
      articles: Object.values<ArticleRecord>(articles),
      sources: [cnn, reuters, ap],
      references: [work],
      photos: Object.values<Photo>(photos),
      claims: [claim],
    },
    action: 'import',
    actor: 'tester',
  })
}

const caseToClaim = ({ on, evidence }: Case): Claim => {
  const { target, ...alone } = claimOn(articles[on ?? 'bare'], { evidence: evidence?.() ?? [] })
  return on === undefined ? alone : { ...alone, ...(target ? { target } : {}) }
}

const namesIn = (groups: readonly { readonly members: readonly { readonly name: string }[] }[]) =>
  groups.map(({ members }) => members.map(({ name }) => name))

it.each(cases)('counts $what, and the same in claim, list, ribbon and preflight', async (one) => {
  const claim = caseToClaim(one)
  commit(claim)
  const { client, app } = world
  const { groups } = await client.claims.get({ id: claim.id })
  expect(namesIn(groups)).toEqual(one.expected)
  const sources = one.expected.length
  expect((await client.claims.list({})).rows).toMatchObject([{ id: claim.id, sources }])
  const { total: unsourced } = await client.claims.list({ filter: { lack: 'unsourced' } })
  const { total: single } = await client.claims.list({ filter: { lack: 'single-source' } })
  expect([unsourced, single]).toEqual([sources === 0 ? 1 : 0, sources === 1 ? 1 : 0])
  const { records } = await collectContents(app.archive)
  const context = createContext(records, { now: clock.now(), pause: () => Promise.resolve() })
  expect(await context.countOrigins(claim)).toBe(sources)
  if (one.on === undefined) return
  const { id } = articles[one.on]
  const { passages } = await client.articles.support({ id })
  expect(namesIn(passages[0]?.groups ?? [])).toEqual(one.expected)
  const places = [{ articleId: id, passage: '1' }]
  expect(await client.support.passages({ places })).toEqual([{ ...places[0], groups: passages[0]?.groups }])
})

it('finds the claims that a source is behind, and no others', async () => {
  const claims = [claimOn(articles.citing, {}), claimOn(articles.bare, { evidence: by('byBoth') })]
  commit({ ...claimOn(articles.bare, {}) })
  for (const claim of claims) commit(claim)
  const idsOf = async (sourceId: string) =>
    (await world.client.claims.list({ filter: { sourceId } })).rows.map(({ id }) => id)
  expect(await idsOf(cnn.id)).toEqual([claims[0]?.id])
  expect(await idsOf(reuters.id)).toEqual([claims[1]?.id])
})
