import type { ArchiveClient } from '#shared/contract/archive'
import { fakeId } from './fakeRecords'

const counts = { articles: 1, sources: 2, passages: 2, citations: 3 }
const totals = { ...counts, uncited: 1, others: 0 }

/** One article that cites two sources in two passages, one of them twice in one line. */
export const createFakeOverviews = (isEmpty: boolean): Omit<ArchiveClient['overviews'], 'groups'> => {
  const none = { articles: 0, sources: 0, passages: 0, citations: 0 }
  const sum = isEmpty ? { ...none, uncited: 0, others: 0 } : totals
  return {
    timeline: async ({ by = 'month' }) => ({
      by,
      totals: sum,
      periods: isEmpty ? [] : [{ period: '2020-10', ...counts }],
      undated: isEmpty ? none : { ...none, articles: 1 },
    }),
    articles: async ({ period }) => ({
      total: 1,
      rows: [
        {
          id: fakeId(1, 1),
          headline: period === undefined ? 'Without a date' : 'The quay was measured',
          ...(period === undefined ? {} : { published: period }),
          sources: 2,
          citations: 3,
        },
      ],
    }),
    network: async ({ view = 'passages' }) => ({
      view,
      totals: sum,
      sources: isEmpty
        ? []
        : [
            { id: fakeId(3, 1), name: 'Harbour Office', articles: 1, passages: 1, citations: 2 },
            { id: fakeId(3, 4), name: 'صحيفة المثال', articles: 1, passages: 1, citations: 1 },
          ],
      ends:
        isEmpty || view === 'together'
          ? []
          : [
              {
                name: '1',
                articleId: fakeId(1, 1),
                text: 'Source: Harbour Office, Harbour Office',
                ...counts,
              },
              { name: '2', articleId: fakeId(1, 1), text: 'المصدر: صحيفة المثال', ...counts },
            ],
      links: isEmpty
        ? []
        : view === 'together'
          ? [{ from: 0, to: 1, articles: 1 }]
          : [
              { from: 0, to: 0, articles: 1, passages: 1, citations: 2 },
              { from: 1, to: 1, articles: 1, passages: 1, citations: 1 },
            ],
      rest: { sources: 0, ends: 0, links: isEmpty ? 0 : 4 },
    }),
  }
}
