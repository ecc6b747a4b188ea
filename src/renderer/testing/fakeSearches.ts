import { ORPCError } from '@orpc/client'
import type { ArchiveClient } from '#shared/contract/archive'
import type { JobResult } from '#shared/contract/jobs'
import type { ListedQuery } from '#shared/contract/queryLists'
import type { CountedSearch } from '#shared/contract/searches'
import { fakeId } from './fakeRecords'
import { createFakeStream } from './fakeStream'

export interface FakeSearchesOptions {
  /** Names of searches that are saved from the start. */
  readonly saved?: readonly string[]
  /** What a list of queries found. */
  readonly listed?: readonly ListedQuery[]
}

const at = '2026-11-22T14:00:00.000Z'

/** What two queries found. */
export const fakeListed: readonly ListedQuery[] = [
  {
    row: 1,
    query: 'Ada Example',
    asked: '"Ada Example"',
    total: 2,
    kinds: { article: 1, photo: 1, reference: 0 },
    first: { id: fakeId(1, 1), kind: 'article', title: 'A new quay', published: '2020-10-02' },
  },
  { row: 2, query: 'محمد', asked: '"محمد"', total: 0, kinds: { article: 0, photo: 0, reference: 0 } },
]

/** Saved searches in memory, each finding three items, and lists that always find the same. */
export const createFakeSearches = (
  options: FakeSearchesOptions,
  start: (result: JobResult) => { jobId: string },
): ArchiveClient['searches'] => {
  const changes = createFakeStream<Record<never, never>>()
  let made = 0
  const create = (name: string, text: string): CountedSearch => {
    made += 1
    return {
      id: fakeId(5, made),
      name,
      text,
      filters: [],
      sort: 'relevance',
      createdAt: at,
      updatedAt: at,
      count: 3,
    }
  }
  let saved: readonly CountedSearch[] = [...(options.saved ?? [])]
    .sort()
    .map((name) => create(name, name.toLowerCase()))
  const removed = new Map<string, CountedSearch>()
  const rows = options.listed ?? fakeListed

  const find = (id: string): CountedSearch => {
    const search = saved.find((one) => one.id === id)
    if (!search) throw new ORPCError('not-found', { data: { what: 'saved search' } })
    return search
  }
  const put = (search: CountedSearch): CountedSearch => {
    if (saved.some(({ id, name }) => id !== search.id && name.toLowerCase() === search.name.toLowerCase()))
      throw new ORPCError('name-taken', { data: { name: search.name } })
    saved = [...saved.filter(({ id }) => id !== search.id), search].sort((a, b) =>
      a.name.localeCompare(b.name),
    )
    changes.push({})
    return search
  }

  return {
    list: async () => ({ searches: [...saved] }),
    changes: async (_, call) => {
      const reader = changes.open(call?.signal)
      changes.push({})
      return reader
    },
    save: async ({ name, ...asked }) => put({ ...create(name, asked.text), ...asked }),
    rename: async ({ id, name }) => put({ ...find(id), name }),
    update: async ({ id, ...asked }) => put({ ...find(id), ...asked }),
    remove: async ({ id }) => {
      removed.set(id, find(id))
      saved = saved.filter((one) => one.id !== id)
      return {}
    },
    restore: async ({ id }) => put(removed.get(id) ?? find(id)),
    exportHits: async ({ form }) =>
      start({ kind: 'table', table: { name: `hits.${form}`, rows: 30, bytes: 4096 } }),
    readList: async () => ({
      columns: ['id', 'name'],
      hasHeads: true,
      column: 1,
      rows: rows.length + 1,
      sample: [['id', 'name'], ...rows.slice(0, 5).map(({ row, query }) => [String(row), query])],
    }),
    runList: async () => start({ kind: 'query-list', rows: rows.length }),
    listed: async ({ direction, offset = 0, limit = 100 }) => {
      const ordered = direction === 'descending' ? [...rows].reverse() : [...rows]
      return { total: rows.length, rows: ordered.slice(offset, offset + limit) }
    },
    exportList: async () =>
      start({ kind: 'table', table: { name: 'queries.csv', rows: rows.length, bytes: 512 } }),
  }
}
