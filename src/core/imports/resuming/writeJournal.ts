import type { FileHandle } from 'node:fs/promises'
import type { FileResult } from '#shared/contract/jobs'
import type { FileSystem } from '../../store/fileSystem'
import type { JournalHead, JournalPlace } from './journalLines'

/** A journal that is being written. Its faults are told once and never end the import. */
export interface Journal {
  readonly done: (at: number, results: readonly FileResult[]) => Promise<void>
  /** No more is written. `keep`: the import may go on from here. */
  readonly end: (keep: boolean) => Promise<void>
}

const asLine = (value: unknown): string => `${JSON.stringify(value)}\n`

/** Places in one write. */
const batch = 1000

const writeOn = (fs: FileSystem, path: string, file: FileHandle, log: (line: string) => void): Journal => {
  let open = true
  const remove = async (): Promise<void> => {
    await fs.remove(path).catch((error: unknown) => log(`a journal was not removed: ${String(error)}`))
  }
  const stop = async (): Promise<void> => {
    if (!open) return
    open = false
    await file.close()
  }
  return {
    done: async (at, results) => {
      if (!open) return
      try {
        await fs.write(file, Buffer.from(asLine({ done: at, results })))
      } catch (error) {
        log(`the import goes on without its journal: ${String(error)}`)
        await stop()
        await remove()
      }
    },
    end: async (keep) => {
      const written = open
      await stop()
      if (written && !keep) await remove()
    },
  }
}

/** What is written to where no journal could be begun. */
const noJournal: Journal = { done: () => Promise.resolve(), end: () => Promise.resolve() }

export interface JournalFile {
  readonly fs: FileSystem
  readonly path: string
  readonly log: (line: string) => void
}

/**
 * Begins a journal (mode 0600). Its lines are not forced to the disk one by one: what a power cut takes of them is only
 * read again and found to be held.
 */
export const beginJournal = async (
  { fs, path, log }: JournalFile,
  head: JournalHead,
  places: readonly JournalPlace[],
): Promise<Journal> => {
  let file: FileHandle | undefined
  try {
    file = await fs.open(path, 'wx', 0o600)
    await fs.write(file, Buffer.from(asLine(head)))
    for (let from = 0; from < places.length; from += batch) {
      const lines = places.slice(from, from + batch).map(asLine)
      await fs.write(file, Buffer.from(lines.join('')))
    }
    return writeOn(fs, path, file, log)
  } catch (error) {
    log(`the import goes on without a journal: ${String(error)}`)
    await file?.close()
    if (file) await fs.remove(path).catch(() => undefined)
    return noJournal
  }
}

/** Goes on with a journal; a line that was cut stays alone on its line. */
export const continueJournal = async ({ fs, path, log }: JournalFile): Promise<Journal> => {
  const file = await fs.open(path, 'a')
  const journal = writeOn(fs, path, file, log)
  try {
    await fs.write(file, Buffer.from('\n'))
  } catch (error) {
    log(`the journal of an import can't be written on: ${String(error)}`)
  }
  return journal
}
