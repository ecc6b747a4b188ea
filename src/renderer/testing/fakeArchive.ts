import { ORPCError } from '@orpc/client'
import type { ArchiveClient } from '#shared/contract/archive'
import type { LibraryState, ListFilter, ListSort, Row } from '#shared/contract/library'
import type { ArticleView } from '#shared/contract/records'
import type { CitingPassage } from '#shared/contract/sources'
import { supportOf } from '#shared/model/support'
import {
  articleToRow,
  createFakeArticle,
  fakeId,
  fakeReference,
  fakeSources,
  fakeTexts,
  longText,
} from './fakeRecords'
import { createForeignArticle, fakePhotos, fakePhotoTypes } from './fakeForeign'
import { createFakeReferences } from './fakeReferences'
import { fakeQuotes } from './fakeQuotes'
import { createFakeOverviews } from './fakeOverviews'
import { createFakeClaims } from './fakeClaims'
import { createFakeFiling } from './fakeFiling'
import { createFakeSearch } from './fakeSearch'
import { createFakeSupport, createFakeSupportLists } from './fakeSupport'
import { createFakeStream, type FakeStream } from './fakeStream'
import { createFakeWork, type FakeWorkOptions } from './fakeWork'

export interface FakeArchiveOptions extends FakeWorkOptions {
  /** Generated rows after the written ones; 100,000 to see how the list scrolls. */
  readonly rows?: number
  readonly readOnly?: LibraryState['readOnly']
  /** Paragraphs of one more, long article. */
  readonly longArticle?: number
  /** Called before each call of `library.list`; lets a test hold or fail it. */
  readonly beforeList?: (offset: number) => Promise<void>
  readonly isEmpty?: boolean
  /** Items that only the search knows, with every facet: `tunnel` finds them all. */
  readonly found?: number
  /** Holds what foreign files bring too: an article of a saved page, and photos. */
  readonly isForeign?: boolean
}

export interface FakeArchive {
  readonly client: ArchiveClient
  readonly changes: FakeStream<Pick<LibraryState, 'revision' | 'index'>>
  readonly rows: Row[]
}

const notFound = (what: string): never => {
  throw new ORPCError('not-found', { data: { what } })
}

const notHere = async (): Promise<never> => {
  throw new ORPCError('unavailable', { data: { reason: 'this archive is a fake one' } })
}

const createGeneratedRows = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, at) => ({
    id: fakeId(9, at + 1),
    kind: 'article',
    title: `Notice ${at + 1} of the harbour office`,
    subtitle: 'Harbour Office',
    published: `${1990 + (at % 35)}-0${1 + (at % 9)}`,
    addedAt: new Date(Date.UTC(2026, 0, 1) - at * 3_600_000).toISOString(),
    language: 'en',
    support: 'ppiinn'.slice(at % 4),
  }))

const hasBasis = (row: Row, letter: string): boolean => row.support?.includes(letter) ?? false

const fits = (row: Row, filter: ListFilter): boolean =>
  (filter.kind ? row.kind === filter.kind : row.kind !== 'source') &&
  (!filter.languages?.length || filter.languages.includes(row.language ?? '')) &&
  (filter.is !== 'unsourced' || hasBasis(row, 'n')) &&
  (filter.is !== 'inferred' || hasBasis(row, 'i'))

const compare =
  (sort: ListSort) =>
  (a: Row, b: Row): number => {
    const value = (row: Row): string =>
      sort.by === 'title' ? row.title : ((sort.by === 'published' ? row.published : row.addedAt) ?? '')
    return value(a).localeCompare(value(b)) * (sort.direction === 'ascending' ? 1 : -1)
  }

const citingPassages = (views: readonly ArticleView[], sourceId: string): CitingPassage[] =>
  views.flatMap(({ article }) => {
    const version = article.versions[0]
    if (!version) return []
    const support = supportOf(version, article.citations)
    return version.passages.flatMap((passage) => {
      const { basis, citationIds } = support.get(passage.label) ?? { basis: 'none' as const, citationIds: [] }
      const citation = article.citations.find(
        (one) => one.sourceId === sourceId && citationIds.includes(one.id),
      )
      if (!citation || basis === 'none') return []
      const { id: articleId, headline, published } = article
      return [
        {
          articleId,
          headline,
          ...(published ? { published: published.edtf } : {}),
          passage: passage.label,
          text: passage.text,
          basis,
          literal: citation.literal,
          citationId: citation.id,
        },
      ]
    })
  })

export const createFakeArchive = (options: FakeArchiveOptions): FakeArchive => {
  const texts = options.isEmpty
    ? []
    : [...fakeTexts, ...(options.longArticle ? [longText(options.longArticle)] : [])]
  const views = [
    ...texts.map((text, at) => createFakeArticle(at + 1, text)),
    ...(options.isForeign ? [createForeignArticle(texts.length + 1)] : []),
  ]
  const photos = options.isForeign ? fakePhotos : []
  const references = options.isEmpty ? [] : [fakeReference]
  const sources = options.isEmpty ? [] : fakeSources
  const changes = createFakeStream<Pick<LibraryState, 'revision' | 'index'>>()
  const rows: Row[] = [
    ...views.map(articleToRow),
    ...references.map((one): Row => ({
      id: one.id,
      kind: 'reference',
      title: String(one.csl.title),
      subtitle: 'Harbour Courier',
      published: '2020-10',
      addedAt: '2026-11-20T09:00:00.000Z',
      cited: 1,
    })),
    ...sources.map((one): Row => ({
      id: one.id,
      kind: 'source',
      title: one.name,
      ...(one.sourceKind ? { subtitle: one.sourceKind } : {}),
      addedAt: '2026-11-20T09:00:00.000Z',
      cited: citingPassages(views, one.id).length,
    })),
    ...createGeneratedRows(options.rows ?? 0),
  ]
  const known = new Map<string, readonly Row[]>()
  const sorted = (
    filter: ListFilter = {},
    sort: ListSort = { by: 'added', direction: 'descending' },
  ): readonly Row[] => {
    const key = JSON.stringify([filter, sort, rows.length])
    const list = known.get(key) ?? rows.filter((row) => fits(row, filter)).sort(compare(sort))
    known.set(key, list)
    return list
  }
  const count = (kind: Row['kind']): number => rows.filter((row) => row.kind === kind).length
  const filing = createFakeFiling(views)
  const search = createFakeSearch(views, options.found ?? 0)

  const client: ArchiveClient = {
    library: {
      describe: async () => ({
        id: fakeId(8, 1),
        name: 'Reporter’s archive',
        ...(options.readOnly ? { readOnly: options.readOnly } : {}),
        counts: {
          article: count('article'),
          photo: 0,
          reference: count('reference'),
          source: count('source'),
          citation: 5,
          slot: 6,
          claim: 0,
          note: 0,
          unsourced: sorted({ is: 'unsourced' }).length,
        },
        languages: ['en', 'ar', 'zh'].map((language) => ({
          language,
          count: rows.filter((row) => row.language === language).length,
        })),
        index: { state: 'ready', searchable: sorted().length, total: sorted().length },
        revision: 1,
        lastSaved: '2026-11-22T14:02:11.000Z',
      }),
      list: async ({ filter, sort, offset = 0, limit = 100 }) => {
        await options.beforeList?.(offset)
        const all = sorted(filter as ListFilter, sort as ListSort)
        return { total: all.length, rows: [...all.slice(offset, offset + limit)] }
      },
      ids: async ({ filter, sort }) => sorted(filter as ListFilter, sort as ListSort).map((row) => row.id),
      changes: async (_, call) => changes.open(call?.signal),
      rebuild: notHere,
    },
    articles: {
      get: async ({ id }) => views.find((view) => view.article.id === id) ?? notFound('article'),
      compare: async () => notFound('version'),
      support: async ({ id, versionId }) =>
        createFakeSupport(views.find((view) => view.article.id === id) ?? notFound('article'), versionId),
    },
    photos: {
      get: async ({ id }) => {
        const photo = photos.find((one) => one.id === id) ?? notFound('photo')
        const { original, fileName = '' } = photo
        if (original === undefined) return { photo }
        const names = [{ raw: fileName, display: fileName }]
        const mediaType = fakePhotoTypes[original] ?? 'image/jpeg'
        return { photo, original: { sha256: original, bytes: 900_000, mediaType, names } }
      },
      small: async () => ({ state: 'none', reason: 'not-held' }),
      similar: async () => [],
    },
    references: createFakeReferences({ views, isEmpty: options.isEmpty ?? false, notFound }),
    citations: {
      get: async () => notFound('citation'),
      citable: async () => [],
      confirm: notHere,
      unconfirm: notHere,
      reconfirm: notHere,
    },
    ...createFakeClaims(),
    records: {
      get: async ({ id }) => views.find((view) => view.article.id === id)?.article ?? notFound('record'),
      resolveLink: async ({ link }) => {
        const [, , , id = '', passage] = link.split('/')
        return { id, kind: 'article', ...(passage ? { passage } : {}), thisArchive: true }
      },
    },
    events: {
      list: async ({ itemId }) => [
        {
          sequence: 1,
          itemId,
          at: '2026-11-20T10:00:00.000Z',
          actor: 'Cuttings 0.1.0',
          action: 'import',
          digest: 'cd'.repeat(32),
          local: false,
        },
      ],
    },
    quotes: fakeQuotes,
    support: createFakeSupportLists(views),
    search,
    overviews: { ...createFakeOverviews(options.isEmpty ?? false), groups: filing.groups },
    filing: filing.client,
    ...createFakeWork(options, { sources, references, citing: (id) => citingPassages(views, id) }),
  }
  return { client, changes, rows }
}
