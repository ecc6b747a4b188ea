import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { id, timestamp } from '../model/scalars'
import { nothing, page, reads, writes } from './base'
import { unlock } from './unlock'

/** An import that a crash, a kill or a restart ended before it was through. */
export const interruptedImport = z.object({
  id,
  startedAt: timestamp,
  /** When the last was heard of it. */
  interruptedAt: timestamp,
  /** What was chosen for it: names of files and folders, the first few. */
  names: z.array(z.string()),
  /** Files that are done, and files that there were. */
  done: z.int(),
  files: z.int(),
})

/** A folder that the host was told to watch. `gone`: nothing is there now, which changes nothing. */
export const watchedFolder = z.object({
  token: z.string(),
  name: z.string(),
  state: z.enum(['looking', 'there', 'gone', 'too-many']),
})

/** A file that appeared in a watched folder. Nothing of it was read. */
export const inboxFile = z.object({
  id,
  /** Safe to show, from the watched folder on. */
  name: z.string(),
  bytes: z.int(),
  modified: timestamp,
})

/** Files may be chosen one by one; without ids all that is in the inbox. */
const chosen = z.array(id).max(100_000)
const started = z.object({ jobId: id })

/** What waits for a word of the user's: imports that were interrupted, files that were found. */
export const waiting = {
  interrupted: reads.input(nothing).output(z.array(interruptedImport)),
  /** Goes on: what is done and unchanged is not read again. */
  resume: writes.input(z.object({ id })).output(started),
  forget: writes.input(z.object({ id })).output(nothing),
  inbox: reads
    .input(z.object(page))
    .output(z.object({ folders: z.array(watchedFolder), total: z.int(), files: z.array(inboxFile) })),
  /** A dry run of them, as `plan` makes it. */
  planInbox: writes
    .input(
      z.object({
        ids: chosen.optional(),
        keepUnreadable: z.boolean().default(false),
        unlock: unlock.optional(),
      }),
    )
    .output(started),
  /** They are proposed again only once they change. */
  dismiss: writes.input(z.object({ ids: chosen.optional() })).output(nothing),
  /** How much there is of both, now and after each change. */
  news: reads.input(nothing).output(eventIterator(z.object({ interrupted: z.int(), inbox: z.int() }))),
}

export type InterruptedImport = z.infer<typeof interruptedImport>
export type WatchedFolder = z.infer<typeof watchedFolder>
export type InboxFile = z.infer<typeof inboxFile>
