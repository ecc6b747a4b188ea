import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createRandom } from '#core/fixtures/proof/createRandom'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { CuttingsError } from '#shared/errors'
import { systemClock as clock } from '#core/records/clock'
import { createArchive } from '#core/store/createArchive'
import { createCrashFolder } from './fixtures/crash/createCrashFolder'
import { diskHistory, type DiskHistory } from './fixtures/crash/diskHistory'
import { faultsAfter, promisesOf } from './fixtures/crash/faultsAfter'
import { lackingPrograms } from './fixtures/crash/lackingPrograms'
import { layOut } from './fixtures/crash/layOut'
import { afterPowerFailure, powerFailures, type PowerFailure } from './fixtures/crash/powerFailure'
import { preloadOf } from './fixtures/crash/preloadOf'
import { readDisk } from './fixtures/crash/readDisk'
import { recordRuns } from './fixtures/crash/recordRuns'
import type { Told } from './fixtures/crash/runWatched'
import { makeMixedFiles } from './fixtures/mixedFiles'

const prepare = async (files: number) => {
  const folder = await createCrashFolder()
  const [disk, input] = [join(folder, 'disk'), join(folder, 'input')]
  await mkdir(disk)
  await makeMixedFiles(input, files)
  return { folder, disk, archive: join(disk, 'Cuttings'), input }
}

/** What making an archive and importing files into it did to the disk. */
const recordImport = async (files: number): Promise<DiskHistory> => {
  const { folder, disk, archive, input } = await prepare(files)
  const runs = [{ args: ['init', archive] }, { args: ['import', '--archive', archive, input] }]
  return diskHistory(disk, await recordRuns(folder, runs))
}

/** What an import by a broken variant of the program did to the disk. */
const recordBroken = async (variant: string): Promise<DiskHistory> => {
  const { folder, disk, archive, input } = await prepare(2)
  await (await createArchive(archive, { clock })).close()
  const before = await readDisk(disk)
  const args = ['import', '--archive', archive, input]
  const calls = await recordRuns(folder, [{ args, preload: preloadOf(variant) }])
  return diskHistory(disk, calls, before)
}

const toldBefore = ({ steps }: DiskHistory, end: number): readonly Told[] =>
  steps.slice(0, end).flatMap((step) => (step.type === 'told' ? step.lines : []))

/** Steps after which the power fails: the last, some after which something was told, and any others. */
const momentsOf = ({ steps }: DiskHistory, count: number, seed: number): readonly number[] => {
  const { below } = createRandom(seed)
  const moments = new Set([steps.length])
  const told = steps.flatMap(({ type }, index) => (type === 'told' ? [index + 1] : []))
  // By turns, whether or not the moment was drawn before: there are fewer after which something was told than are tried.
  for (let turn = 0; moments.size < Math.min(count, steps.length); turn += 1)
    moments.add((turn % 2 ? told[below(told.length)] : undefined) ?? 1 + below(steps.length))
  return [...moments]
}

/** What was cut short before it was told is an archive, or is none and can be made at the same place. */
const faultsOfBeginning = async (archive: string): Promise<readonly string[]> => {
  try {
    await (await createArchive(archive, { clock })).close()
  } catch (error) {
    if (!(error instanceof CuttingsError) || error.code !== 'archive-exists') return [String(error)]
  }
  return faultsAfter(archive, [])
}

const tryStates = async (
  history: DiskHistory,
  moments: readonly number[],
  { seed, tally }: ProofRun,
  failures: readonly PowerFailure[] = powerFailures,
) => {
  const folder = await createCrashFolder()
  for (const [turn, moment] of moments.entries())
    for (const failure of failures) {
      const disk = join(folder, 'disk')
      await layOut(disk, afterPowerFailure(history, moment, failure, seed + turn))
      const told = toldBefore(history, moment)
      const archive = join(disk, 'Cuttings')
      const faults = told.length
        ? await faultsAfter(archive, promisesOf(told))
        : await faultsOfBeginning(archive)
      tally.judged(`${failure} after step ${moment}`, faults)
      await rm(disk, { recursive: true })
    }
}

const files = (size: number): number => Math.min(200, 1 + size * 2)

const lastTold = ({ steps }: DiskHistory): number => steps.findLastIndex(({ type }) => type === 'told') + 1

const control = (variant: string) => async (run: ProofRun) => {
  const history = await recordBroken(variant)
  await tryStates(history, [lastTold(history)], run, ['only what was synced'])
}

proof('an archive has all that it said was imported, whatever a power failure left of what was written', {
  promise: 1,
  sizes: { small: 1, ci: 40, full: 1000 },
  lacking: () => lackingPrograms('strace'),
  run: async (run) => {
    const history = await recordImport(files(run.size))
    await tryStates(history, run.ours(momentsOf(history, run.size, run.seed)), run)
  },
  controls: {
    'fsync of files stubbed out': control('withoutFileSync.mjs'),
    'fsync of folders stubbed out': control('withoutFolderSync.mjs'),
    'the acknowledgement before the write': control('toldBeforeWritten.mjs'),
  },
})
