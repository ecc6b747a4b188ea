import type { ArchiveClient } from '#shared/contract/archive'
import type { JobResult } from '#shared/contract/jobs'
import type { TrashRow } from '#shared/contract/trash'
import { fakeId } from './fakeRecords'

/** One item that was removed, and one that was merged into another. */
export const fakeTrash: readonly TrashRow[] = [
  { id: fakeId(9, 1), kind: 'article', title: 'The old quay', at: '2026-11-20T10:00:00.000Z' },
  {
    id: fakeId(9, 2),
    kind: 'photo',
    title: 'The quay, take 2',
    at: '2026-11-19T10:00:00.000Z',
    merged: { mergeId: fakeId(9, 3), into: fakeId(9, 4), title: 'The quay' },
  },
]

/** A trash in memory. */
export const createFakeTrash = (start: (result: JobResult) => { jobId: string }): ArchiveClient['trash'] => {
  let rows = fakeTrash
  return {
    remove: async ({ ids }) => ({ removed: ids.length }),
    restore: async ({ ids }) => {
      rows = rows.filter(({ id }) => !ids.includes(id))
      return { restored: ids.length }
    },
    list: async () => ({ total: rows.length, rows: [...rows] }),
    empty: async () => {
      const destroyed = rows.length
      rows = []
      return start({ kind: 'empty', destroyed, kept: 1, files: 1 })
    },
  }
}
