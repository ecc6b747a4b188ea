import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import type { InterruptedImport } from '#shared/contract/waiting'
import { CuttingsError } from '#shared/errors'
import { id as idShape, type Id } from '#shared/model/scalars'
import { isClosing } from '../../jobs/closing'
import { sha256Of } from '../../records/digest'
import { nodeFileSystem, type FileSystem } from '../../store/fileSystem'
import { makeDerivedFolder } from '../../store/makeDerivedFolder'
import type { Archive } from '../../store/types'
import type { JournalHead, JournalPlace } from './journalLines'
import { readJournal, type JournalContent } from './readJournal'
import { beginJournal, continueJournal, type Journal, type JournalFile } from './writeJournal'

export interface JournalsOptions {
  readonly archive: Archive
  readonly log: (line: string) => void
  /** Called when there may be one more or one less. */
  readonly changed: () => void
  readonly fs?: FileSystem
}

/** What was asked of an import, for its journal. */
export interface Asked {
  readonly head: Omit<JournalHead, 'format' | 'version' | 'origin'>
  readonly places: readonly JournalPlace[]
}

/** Journals of imports under `derived/imports`: without them nothing is lost but the offer to go on. */
export interface Journals {
  /** Keeps a journal while `run` goes on. It stays where the work ended otherwise than well or by the user's wish. */
  readonly during: <T>(
    id: Id,
    signal: AbortSignal,
    asked: Asked,
    run: (journal: Journal) => Promise<T>,
  ) => Promise<T>
  /** What this process does not work at itself; nothing where the archive is not ours to write. */
  readonly list: () => Promise<readonly InterruptedImport[]>
  /** The same as `during`, with a journal that is there. Throws `not-found`. */
  readonly again: <T>(
    id: Id,
    signal: AbortSignal,
    run: (journal: Journal, content: JournalContent) => Promise<T>,
  ) => Promise<T>
  /** Throws `not-found` where there is none that waits. */
  readonly check: (id: Id) => Promise<void>
  readonly forget: (id: Id) => Promise<void>
}

const toInterrupted = (
  id: Id,
  { head, places, results, lastWritten }: JournalContent,
): InterruptedImport => ({
  id,
  startedAt: head.startedAt,
  interruptedAt: lastWritten.toISOString(),
  names: [...head.names],
  done: places.filter(({ at }) => results.has(at)).length,
  files: Math.max(head.files, places.length),
})

const originOf = ({ folder }: Archive): string => sha256Of(`${hostname()}\0${folder}`)

const notFound = (): CuttingsError => new CuttingsError('not-found', { what: 'interrupted import' })

/** Finds the journals of this archive on the disk, and what they say. */
const createFinder = (
  { archive, log }: JournalsOptions,
  fs: FileSystem,
  folder: string,
  atWork: ReadonlySet<Id>,
  known: Map<Id, InterruptedImport>,
) => {
  const origin = originOf(archive)

  const read = async (id: Id): Promise<JournalContent | undefined> => {
    try {
      return await readJournal(join(folder, `${idShape.parse(id)}.jsonl`), origin)
    } catch (error) {
      log(`a journal of an import can't be read: ${String(error)}`)
      return undefined
    }
  }

  const namesOnDisk = async (): Promise<Id[]> => {
    // Another process that writes keeps journals here of what it is at: nothing of that was interrupted.
    if (!archive.writable) return []
    try {
      const names = (await fs.entries(folder)).map(({ name }) => name).sort()
      return names.flatMap((name) => {
        const parsed = idShape.safeParse(basename(name, '.jsonl'))
        return name.endsWith('.jsonl') && parsed.success ? [parsed.data] : []
      })
    } catch {
      // None was ever written.
      return []
    }
  }

  const list = async (): Promise<InterruptedImport[]> => {
    const found: InterruptedImport[] = []
    for (const id of await namesOnDisk()) {
      if (atWork.has(id)) continue
      const before = known.get(id)
      const content = before ? undefined : await read(id)
      const one = before ?? (content && toInterrupted(id, content))
      if (!one) continue
      known.set(id, one)
      found.push(one)
    }
    return found
  }

  return { read, list }
}

export const createJournals = (options: JournalsOptions): Journals => {
  const { archive, log, changed, fs = nodeFileSystem } = options
  const folder = join(archive.layout.derived, 'imports')
  const atWork = new Set<Id>()
  const known = new Map<Id, InterruptedImport>()
  const fileOf = (id: Id): JournalFile => ({ fs, path: join(folder, `${idShape.parse(id)}.jsonl`), log })
  const finder = createFinder(options, fs, folder, atWork, known)
  const { read, list } = finder
  const check = async (id: Id): Promise<void> => {
    if (!(await list()).some((one) => one.id === id)) throw notFound()
  }

  const work = async <T>(
    id: Id,
    signal: AbortSignal,
    begin: () => Promise<Journal>,
    run: (journal: Journal) => Promise<T>,
  ): Promise<T> => {
    atWork.add(id)
    known.delete(id)
    changed()
    let keep = true
    let journal: Journal | undefined
    try {
      journal = await begin()
      const result = await run(journal)
      keep = false
      return result
    } catch (error) {
      if (signal.aborted && !isClosing(signal)) keep = false
      throw error
    } finally {
      await journal?.end(keep)
      atWork.delete(id)
      changed()
    }
  }

  return {
    during: (id, signal, { head, places }, run) =>
      work(
        id,
        signal,
        async () => {
          // Where that fails, beginning the journal fails too, and says so.
          await makeDerivedFolder(archive.layout, 'imports').catch(() => undefined)
          const whole = {
            format: 'cuttings-import-journal',
            version: 1,
            origin: originOf(archive),
            ...head,
          } as const
          return beginJournal(fileOf(id), whole, places)
        },
        run,
      ),
    again: async (id, signal, run) => {
      if (atWork.has(id)) throw notFound()
      const content = await read(id)
      if (!content) throw notFound()
      return work(
        id,
        signal,
        () => continueJournal(fileOf(id)),
        (journal) => run(journal, content),
      )
    },
    list,
    check,
    forget: async (id) => {
      await check(id)
      known.delete(id)
      await fs.remove(fileOf(id).path)
      changed()
    },
  }
}
