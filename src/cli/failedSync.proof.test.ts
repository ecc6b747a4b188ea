import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pick } from '#core/fixtures/proof/pick'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { diskHistory, type DiskHistory } from './fixtures/crash/diskHistory'
import { faultsAfter, promisesOf } from './fixtures/crash/faultsAfter'
import { lackingPrograms } from './fixtures/crash/lackingPrograms'
import { layOut } from './fixtures/crash/layOut'
import { afterPowerFailure } from './fixtures/crash/powerFailure'
import { readDisk } from './fixtures/crash/readDisk'
import type { Call } from './fixtures/crash/readTrace'
import { recordRuns } from './fixtures/crash/recordRuns'
import {
  beginAnew,
  preloadOf,
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

/** What the disk does where one fsync fails, and where the user then does it again. */
const failAndRepeat = async (
  undertaking: Undertaking,
  { name, nth }: SyncCall,
  { prepared, disk }: Stage,
  variant: string,
): Promise<DiskHistory> => {
  const place = await beginAnew(disk, undertaking, prepared)
  const before = await readDisk(disk)
  const args = undertaking.args(place)
  const inject = ['-e', `inject=${name}:error=EIO:when=${nth}`]
  const preload = preloadOf(variant)
  const calls = await recordRuns(prepared.folder, [{ args, inject, preload }, { args }])
  return diskHistory(disk, calls, before)
}

const trySyncs = async (run: ProofRun, variant: string): Promise<void> => {
  const { size, seed, tally } = run
  const stage = await prepareUndertakings()
  for (const undertaking of undertakings.filter(({ name }) => name === 'import' || name === 'migrate')) {
    for (const sync of pick(await syncsOf(undertaking, stage), size, seed)) {
      const history = await failAndRepeat(undertaking, sync, stage, variant)
      const told = history.steps.flatMap((step) => (step.type === 'told' ? step.lines : []))
      const disk = join(stage.prepared.folder, 'left')
      await layOut(disk, afterPowerFailure(history, history.steps.length, 'only what was synced', seed))
      const faults = await faultsAfter(join(disk, 'Cuttings'), promisesOf(told))
      tally.tried()
      for (const fault of faults) tally.failed(`${undertaking.name}, ${sync.name} ${sync.nth}: ${fault}`)
      await rm(disk, { recursive: true })
    }
  }
}

proof('an fsync that failed is never trusted, whatever a later one says', {
  promise: 1,
  sizes: { small: 1, ci: 4, full: 1000 },
  lacking: () => lackingPrograms('strace'),
  run: (run) => trySyncs(run, 'tellSyncsApart.mjs'),
  controls: {
    'a failed fsync not heeded': (run) => trySyncs({ ...run, size: 6 }, 'heedsNoFault.mjs'),
  },
})
