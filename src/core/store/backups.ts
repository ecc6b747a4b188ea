import { basename, join } from 'node:path'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { backup } from '@photostructure/sqlite'
import type { Clock } from '../records/clock'
import { damagedRecords } from './damagedRecords'
import { isMissing, writeSmallFile } from './durableFile'
import type { FileSystem } from './fileSystem'
import type { Layout } from './layout'
import { hashOf } from './originals/adoptFile'
import type { Presence } from './presence'

export interface BackupDeps {
  readonly fs: FileSystem
  readonly layout: Layout
  readonly clock: Clock
  readonly presence: Presence
  readonly revision: () => number
}

export interface Backups {
  /** Begins a copy in the background, if one is due. */
  readonly start: (connection: DatabaseSyncInstance) => void
  /**
   * Makes a copy now, whenever the last was made, unless nothing changed since one that was made here. Throws where it cannot be
   * made.
   */
  readonly now: (connection: DatabaseSyncInstance) => Promise<void>
  /** Waits for a copy that is under way; a large one is given up, without a trace. */
  readonly finish: () => Promise<void>
}

const keptBackups = 5
const day = 24 * 60 * 60 * 1000

/** Pages (of 4096 bytes) that closing waits for: 128 MB. */
const pagesWorthWaiting = 32_768
const pagesAtATime = 1000

/** `catalogue-20261122T100000000Z-r12.sqlite`: when, and at which revision. */
const backupName = /^catalogue-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-r(\d+)\.sqlite$/

export interface Backup {
  readonly name: string
  readonly at: number
  readonly revision: number
  /** Whether some of its records were damaged already when it was made. */
  readonly damaged: boolean
}

const parseName = (name: string): Omit<Backup, 'damaged'> | undefined => {
  const match = backupName.exec(name)
  if (!match) return undefined
  const [year, month, date, hours, minutes, seconds, milliseconds, revision] = match.slice(1).map(Number)
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, date, hours, minutes, seconds, milliseconds)
  return { name, at, revision: revision ?? 0 }
}

/** The file beside a backup that says which bytes were checked, as `sha256sum` writes and reads it. */
export const stampOf = (backupPath: string): string => `${backupPath}.sha256`

/** The file beside a backup of a catalogue of which records were damaged: a line for each, as `damagedRecords` tells them. */
export const damageOf = (backupPath: string): string => `${backupPath}.damaged`

/**
 * Verified copies of the catalogue, newest first; of anything else in the folder nothing is known. An archive that was
 * copied without its empty folders has none.
 */
export const listBackups = async (fs: FileSystem, layout: Layout): Promise<readonly Backup[]> => {
  const entries = await fs.entries(layout.backups).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const names = new Set(entries.map((entry) => entry.name))
  return [...names]
    .flatMap((name) => {
      const parsed = parseName(name)
      return parsed ? { ...parsed, damaged: names.has(damageOf(name)) } : []
    })
    .sort((a, b) => b.at - a.at || b.revision - a.revision)
}

/**
 * A checked copy of the catalogue where the last is older than a day and something changed since. A copy that fails is
 * no reason not to work: `cuttings doctor` tells how old the last one is.
 */
export const createBackups = (deps: BackupDeps): Backups => {
  const { fs, layout } = deps
  let running: Promise<void> | undefined
  let closing = false
  /** The revision of the last copy of this very catalogue: one that was restored counts anew from its own. */
  let copied: number | undefined
  const isOld = async (revision: number): Promise<boolean> => {
    const [last] = await listBackups(fs, layout)
    if (revision === (last?.revision ?? 0)) return false
    return !last || deps.clock.now().getTime() - last.at >= day
  }
  const copy = async (connection: DatabaseSyncInstance, revision: number): Promise<void> => {
    const now = deps.clock.now()
    const name = `catalogue-${now.toISOString().replace(/[-:.]/g, '')}-r${revision}.sqlite`
    const part = join(layout.backups, `${name}.part`)
    await fs.makeFolder(layout.backups)
    let isLarge = false
    const giveUpToClose = (): void => {
      if (closing && isLarge) throw new Error('closing')
    }
    try {
      // SQLite would make it with the rights that the system gives: it is made here, for its user alone, and filled there.
      await (await fs.open(part, 'wx', 0o600)).close()
      await backup(connection, part, {
        rate: pagesAtATime,
        progress: ({ totalPages }) => {
          isLarge = totalPages > pagesWorthWaiting
          giveUpToClose()
        },
      })
      const damage = await damagedRecords(part, giveUpToClose)
      await keep(deps, part, { path: join(layout.backups, name), damage })
      copied = revision
    } finally {
      await fs.removeFolder(part)
    }
  }
  return {
    start: (connection) => {
      // Nothing waits for it, and what it could not do is seen in the folder: see above.
      const revision = deps.revision()
      running = isOld(revision)
        .then((isDue) => (isDue ? copy(connection, revision) : undefined))
        .catch(() => undefined)
    },
    now: async (connection) => {
      // Two at once would write into one file.
      const copying = (running ?? Promise.resolve()).then(async () => {
        const revision = deps.revision()
        if (revision !== copied) await copy(connection, revision)
      })
      running = copying.catch(() => undefined)
      await copying
    },
    finish: async () => {
      closing = true
      await running
    },
  }
}

interface Kept {
  readonly path: string
  readonly damage: readonly string[]
}

const keep = async (
  { fs, layout, presence }: BackupDeps,
  part: string,
  { path, damage }: Kept,
): Promise<void> => {
  const file = await fs.open(part, 'r+')
  try {
    await fs.sync(file)
  } finally {
    await file.close()
  }
  presence.check()
  const sha256 = await hashOf(fs, part)
  await writeSmallFile(fs, stampOf(path), `${sha256}  ${basename(path)}\n`, 'w')
  if (damage.length > 0) await writeSmallFile(fs, damageOf(path), `${damage.join('\n')}\n`, 'w')
  await fs.rename(part, path)
  await fs.syncFolder(layout.backups)
  for (const { name } of superseded(await listBackups(fs, layout))) {
    const old = join(layout.backups, name)
    await fs.remove(old)
    await fs.removeFolder(stampOf(old))
    await fs.removeFolder(damageOf(old))
  }
}

/** The last copy in which every record was whole stays, however many came after it. */
const superseded = (backups: readonly Backup[]): readonly Backup[] => {
  const whole = backups.find(({ damaged }) => !damaged)
  return backups.slice(keptBackups).filter((backup) => backup !== whole)
}
