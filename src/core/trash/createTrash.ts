import { setImmediate as breathe } from 'node:timers/promises'
import { daysInTrash } from '#shared/daysInTrash'
import type { TrashRow } from '#shared/contract/trash'
import type { JobState } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { Jobs } from '../jobs/types'
import type { Clock } from '../records/clock'
import { daysAgo } from '../records/daysAgo'
import type { Archive } from '../store/types'

export interface Trash {
  readonly remove: (ids: readonly Id[]) => { removed: number }
  readonly restore: (ids: readonly Id[]) => { restored: number }
  readonly list: (offset: number, limit: number) => { total: number; rows: TrashRow[] }
  readonly empty: () => JobState
  /** Destroys a little of what was in the trash for its days; whether there was anything. Never throws. */
  readonly tidy: () => Promise<boolean>
}

export interface TrashDeps {
  readonly archive: Archive
  readonly clock: Clock
  readonly actor: string
  readonly jobs: Jobs
  readonly committed: () => void
  readonly log: (line: string) => void
}

interface Emptying {
  readonly before: string
  readonly actor: string
  /** Before each step: throws where the work was stopped. */
  readonly between: (done: number, total: number) => void
}

/** Originals that nothing needs any more go from the disk once the catalogue says so; answers how many did. */
const discardUnneeded = async ({ catalogue, originals }: Archive): Promise<number> => {
  let files = 0
  for (const sha256 of catalogue.unneeded()) {
    const isNeeded = (): boolean => catalogue.original(sha256) !== undefined
    // What is needed once more is off the list; what was adopted and is not stored yet stays on it.
    if (isNeeded()) catalogue.forgetUnneeded([sha256])
    else if (await originals.discard(sha256, isNeeded)) {
      catalogue.forgetUnneeded([sha256])
      files += 1
    }
  }
  return files
}

const destroyBefore = async (
  { archive, committed }: Pick<TrashDeps, 'archive' | 'committed'>,
  { before, actor, between }: Emptying,
): Promise<{ destroyed: number; kept: number; files: number }> => {
  const { total, step } = archive.catalogue.emptyTrash(before, actor)
  let destroyed = 0
  let kept = 0
  for (;;) {
    between(destroyed + kept, total)
    const emptied = step()
    if (!emptied) break
    destroyed += emptied.destroyed
    kept += emptied.kept
    await breathe()
  }
  const files = await discardUnneeded(archive)
  if (destroyed > 0) committed()
  return { destroyed, kept, files }
}

/** Milliseconds between two looks whether something is past its days. */
const betweenLooks = 60 * 60 * 1000

/** What was removed: where it is seen, brought back, and destroyed at the user's wish or after its days. */
export const createTrash = (deps: TrashDeps): Trash => {
  const { archive, clock, actor, jobs, committed, log } = deps
  const { catalogue } = archive
  let lookAt = 0
  return {
    remove: (ids) => {
      catalogue.removeItems(ids, actor)
      committed()
      return { removed: new Set(ids).size }
    },
    restore: (ids) => {
      catalogue.restoreFromTrash(ids, actor)
      committed()
      return { restored: new Set(ids).size }
    },
    list: (offset, limit) => catalogue.trash(offset, limit),
    empty: () =>
      jobs.start('empty', async ({ signal, progress }) => {
        const between = (done: number, total: number): void => {
          if (signal.aborted) throw new CuttingsError('cancelled')
          progress({ done, total })
        }
        const before = clock.now().toISOString()
        return { kind: 'empty', ...(await destroyBefore(deps, { before, actor, between })) }
      }),
    tidy: async () => {
      if (clock.now().getTime() < lookAt) return false
      lookAt = clock.now().getTime() + betweenLooks
      try {
        const before = daysAgo(clock, daysInTrash)
        const { destroyed, files } = await destroyBefore(deps, {
          before,
          actor: 'cuttings',
          between: () => undefined,
        })
        return destroyed + files > 0
      } catch (error) {
        log(`the trash was not tidied: ${String(error)}`)
        return false
      }
    },
  }
}
