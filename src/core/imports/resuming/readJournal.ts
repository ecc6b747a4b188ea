import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileResult } from '#shared/contract/jobs'
import { createPauses } from '../../jobs/createPauses'
import { journalHead, journalLine, type JournalHead, type JournalPlace } from './journalLines'

/** Bytes of a journal that is read at all: 100,000 files make some 50 MB. */
const most = 256 * 1024 * 1024

export interface JournalContent {
  readonly head: JournalHead
  readonly places: readonly JournalPlace[]
  /** What became of the places that are done, by their number. */
  readonly results: ReadonlyMap<number, readonly FileResult[]>
  readonly lastWritten: Date
}

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    // Cut by a crash, or not ours: the line says nothing.
    return undefined
  }
}

/** Never waits on a pipe and follows no link in the place of a journal. */
const safely = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

/**
 * What a journal says, as far as its lines can be understood: a place whose end is lost is only tried again. `undefined`
 * where it is no journal of this place.
 */
export const readJournal = async (path: string, origin: string): Promise<JournalContent | undefined> => {
  const file = await open(path, safely)
  try {
    const stats = await file.stat()
    if (!stats.isFile() || stats.size > most) return undefined
    const pause = createPauses()
    let head: JournalHead | undefined
    const places = new Map<number, JournalPlace>()
    const results = new Map<number, readonly FileResult[]>()
    for await (const text of file.readLines({ autoClose: false })) {
      await pause()
      if (!head) {
        const first = journalHead.safeParse(parse(text))
        if (!first.success || first.data.origin !== origin) return undefined
        head = first.data
        continue
      }
      const line = journalLine.safeParse(parse(text))
      if (!line.success) continue
      if ('done' in line.data) results.set(line.data.done, line.data.results)
      else places.set(line.data.at, line.data)
    }
    if (!head) return undefined
    const inOrder = [...places.values()].sort((a, b) => a.at - b.at)
    return { head, places: inOrder, results, lastWritten: stats.mtime }
  } finally {
    await file.close()
  }
}
