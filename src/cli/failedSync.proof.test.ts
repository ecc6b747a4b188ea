import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createRandom } from '#core/fixtures/proof/createRandom'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { diskHistory, type DiskHistory } from './fixtures/crash/diskHistory'
import { faultsAfter, promisesOf } from './fixtures/crash/faultsAfter'
import { lackingPrograms } from './fixtures/crash/lackingPrograms'
import { layOut } from './fixtures/crash/layOut'
import { afterPowerFailure } from './fixtures/crash/powerFailure'
import { preloadOf } from './fixtures/crash/preloadOf'
import { readDisk } from './fixtures/crash/readDisk'
import type { Call } from './fixtures/crash/readTrace'
import { recordRuns } from './fixtures/crash/recordRuns'
import {
  beginAnew,
  prepareUndertakings,
  undertakings,
  type Stage,
  type Undertaking,
} from './fixtures/crash/undertakings'

/** Of the store, and of SQLite: `tellSyncsApart.mjs` makes them differ. */
type SyncCall = Pick<Call, 'name' | 'nth'>

/** Every fsync of an undertaking. */
const syncsOf = async (undertaking: Undertaking, { prepared, disk }: Stage): Promise<readonly SyncCall[]> => {
  const place = await beginAnew(disk, undertaking, prepared)
  const runs = [{ args: undertaking.args(place), preload: preloadOf('tellSyncsApart.mjs') }]
  const calls = await recordRuns(prepared.folder, runs)
  return calls.filter(({ name }) => name === 'fsync' || name === 'fdatasync')
}

interface Manner {
  readonly variant: string
  readonly repeats: number
}

const asItIs: Manner = { variant: 'tellSyncsApart.mjs', repeats: 1 }

/** What the disk does where one fsync fails, and where the user then does it again so many times. */
const failAndRepeat = async (
  undertaking: Undertaking,
  { name, nth }: SyncCall,
  { prepared, disk }: Stage,
  { variant, repeats }: Manner,
): Promise<DiskHistory> => {
  const place = await beginAnew(disk, undertaking, prepared)
  const before = await readDisk(disk)
  const args = undertaking.args(place)
  const inject = ['-e', `inject=${name}:error=EIO:when=${nth}`]
  const preload = preloadOf(variant)
  const calls = await recordRuns(prepared.folder, [
    { args, inject, preload },
    ...Array.from({ length: repeats }, () => ({ args })),
  ])
  return diskHistory(disk, calls, before)
}

/** What was told and is not on the disk, at each moment after the last line of a run: before it is closed, and after. */
const faultsOf = async (history: DiskHistory, { prepared }: Stage): Promise<readonly string[]> => {
  const { steps } = history
  const isTold = (index: number): boolean => steps[index]?.type === 'told'
  const moments = steps.flatMap((_step, index) => (isTold(index) && !isTold(index + 1) ? [index + 1] : []))
  const found: string[] = []
  for (const moment of new Set([...moments, steps.length])) {
    const disk = join(prepared.folder, 'left')
    await layOut(disk, afterPowerFailure(history, moment, 'only what was synced', 0))
    const told = steps.slice(0, moment).flatMap((step) => (step.type === 'told' ? step.lines : []))
    found.push(...(await faultsAfter(join(disk, 'Cuttings'), promisesOf(told))))
    await rm(disk, { recursive: true })
  }
  return found
}

const trySync = async (
  undertaking: Undertaking,
  sync: SyncCall,
  stage: Stage,
  { tally }: ProofRun,
  manner = asItIs,
): Promise<void> => {
  const history = await failAndRepeat(undertaking, sync, stage, manner)
  tally.tried()
  for (const fault of await faultsOf(history, stage))
    tally.failed(`${undertaking.name}, ${sync.name} ${sync.nth}: ${fault}`)
}

const [importing] = undertakings.filter(({ name }) => name === 'import')
if (!importing) throw new TypeError('an import is an undertaking')

/** The one by which SQLite makes the name of its log durable, and whose faults it does not heed. */
const sqliteFolder: SyncCall = { name: 'fsync', nth: 2 }

proof('an fsync that failed is never trusted, whatever a later one says', {
  promise: 1,
  sizes: { small: 1, ci: 4, full: 1000 },
  lacking: () => lackingPrograms('strace'),
  run: async (run) => {
    const stage = await prepareUndertakings({ rich: false })
    if (run.size === 1) return trySync(importing, sqliteFolder, stage, run)
    for (const undertaking of undertakings.filter(({ name }) => name === 'import' || name === 'migrate'))
      for (const sync of createRandom(run.seed).some(await syncsOf(undertaking, stage), run.size))
        await trySync(undertaking, sync, stage, run)
  },
  controls: {
    'a failed fsync of a file not heeded': async (run) => {
      const stage = await prepareUndertakings({ rich: false })
      // The first is that of the lock, the second that of the archive's folder, the third that of a file of the user's.
      const file = { name: 'fdatasync', nth: 3 }
      await trySync(importing, file, stage, run, { variant: 'heedsNoFault.mjs', repeats: 0 })
    },
  },
})
