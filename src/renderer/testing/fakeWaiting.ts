import { ORPCError } from '@orpc/client'
import type { ArchiveClient } from '#shared/contract/archive'
import type { FileResult, JobResult } from '#shared/contract/jobs'
import type { InboxFile, InterruptedImport, WatchedFolder } from '#shared/contract/waiting'
import { fakeId } from './fakeRecords'
import { createFakeStream } from './fakeStream'

export interface FakeWaitingOptions {
  readonly interrupted?: readonly InterruptedImport[]
  readonly folders?: readonly WatchedFolder[]
  readonly inbox?: readonly InboxFile[]
}

type Waiting = Pick<
  ArchiveClient['imports'],
  'interrupted' | 'resume' | 'forget' | 'inbox' | 'planInbox' | 'dismiss' | 'news'
>

/** An import that ended after 12 of 30 files. */
export const fakeInterrupted: InterruptedImport = {
  id: fakeId(6, 9),
  startedAt: '2026-11-22T13:00:00.000Z',
  interruptedAt: '2026-11-22T13:01:00.000Z',
  names: ['desk'],
  done: 12,
  files: 30,
}

export const fakeInbox = (count: number): readonly InboxFile[] =>
  Array.from({ length: count }, (_, at) => ({
    id: fakeId(5, at + 1),
    name: `desk/report-${at + 1}.txt`,
    bytes: 1000 + at,
    modified: '2026-11-22T12:00:00.000Z',
  }))

/** What waits for the user in an archive in memory. */
export const createFakeWaiting = (
  options: FakeWaitingOptions,
  start: (result: JobResult, files?: readonly FileResult[]) => { jobId: string },
): Waiting => {
  let interrupted = [...(options.interrupted ?? [])]
  let inbox = [...(options.inbox ?? [])]
  const news = createFakeStream<{ interrupted: number; inbox: number }>()
  const tell = (): void => news.push({ interrupted: interrupted.length, inbox: inbox.length })
  const take = (id: string): InterruptedImport => {
    const found = interrupted.find((one) => one.id === id)
    if (!found) throw new ORPCError('not-found', { data: { what: 'interrupted import' } })
    interrupted = interrupted.filter((one) => one.id !== id)
    tell()
    return found
  }
  return {
    interrupted: async () => interrupted,
    resume: async ({ id }) => {
      const { files } = take(id)
      const report = Array.from({ length: files }, (_, at): FileResult => ({
        name: `report-${at + 1}.txt`,
        outcome: 'imported',
      }))
      return start(
        { kind: 'import', counts: { imported: files, duplicates: 0, kept: 0, refused: 0 } },
        report,
      )
    },
    forget: async ({ id }) => {
      take(id)
      return {}
    },
    inbox: async ({ offset = 0, limit = 100 }) => ({
      folders: [...(options.folders ?? [])],
      total: inbox.length,
      files: inbox.slice(offset, offset + limit),
    }),
    planInbox: async () => start({ kind: 'plan', planId: fakeId(6, 1) }),
    dismiss: async ({ ids }) => {
      inbox = ids ? inbox.filter(({ id }) => !ids.includes(id)) : []
      tell()
      return {}
    },
    news: async (_, call) => {
      const reader = news.open(call?.signal)
      tell()
      return reader
    },
  }
}
