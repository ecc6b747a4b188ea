import type { JobState } from '#shared/contract/jobs'
import type { PackDifference } from '#shared/contract/packDifference'
import type { Selection } from '#shared/contract/work'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { CompareOptions, ComparePackOptions } from '../exporters/sealing/difference/types'
import type { Jobs } from '../jobs/types'
import type { Exports } from './types'

/** So many comparisons are held; an older one goes. */
const mostHeld = 3

export interface Comparing {
  readonly sinceLast: (selection: Selection) => JobState
  readonly sincePack: (path: string, options: Pick<ComparePackOptions, 'unlock'>) => JobState
  /** Throws `not-found` where it is not held any more, or nothing was found to compare with. */
  readonly compared: (jobId: Id) => PackDifference
}

/** Comparisons with earlier packs as jobs, and what they found. */
export const createComparing = (
  { sinceLast, sincePack }: Pick<Exports, 'sinceLast' | 'sincePack'>,
  jobs: Jobs,
): Comparing => {
  const held = new Map<Id, PackDifference>()

  const run = (compare: (asked: CompareOptions) => Promise<PackDifference | undefined>): JobState =>
    jobs.start('compare', async ({ id, signal, progress }) => {
      const difference = await compare({ signal, onProgress: progress })
      if (difference) held.set(id, difference)
      for (const oldest of [...held.keys()].slice(0, Math.max(0, held.size - mostHeld))) held.delete(oldest)
      return { kind: 'compare', found: difference !== undefined }
    })

  return {
    sinceLast: (selection) => run((asked) => sinceLast(selection, asked)),
    sincePack: (path, options) => run((asked) => sincePack(path, { ...options, ...asked })),
    compared: (jobId) => {
      const difference = held.get(jobId)
      if (!difference) throw new CuttingsError('not-found', { what: 'comparison' })
      return difference
    },
  }
}
