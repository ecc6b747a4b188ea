import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createRandom } from '#core/fixtures/proof/createRandom'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { systemClock as clock } from '#core/records/clock'
import { createArchive } from '#core/store/createArchive'
import { createCrashFolder } from './fixtures/crash/createCrashFolder'
import { faultsAfter, promisesOf } from './fixtures/crash/faultsAfter'
import { lackingPrograms } from './fixtures/crash/lackingPrograms'
import { mixInShared } from './fixtures/crash/mixInShared'
import { readTrace, type Call } from './fixtures/crash/readTrace'
import { traceProgram } from './fixtures/crash/traceProgram'
import { makeMixedFiles } from './fixtures/mixedFiles'

/** A call at which the program is killed: the n-th of this name in the main thread, or in the one that touches files. */
type Moment = Pick<Call, 'name' | 'nth' | 'main' | 'path'>

const preloadOf = (name: string): string => join(import.meta.dirname, 'fixtures/crash', name)

const deadly = /^(fsync|fdatasync|rename|write|writev|pwrite64|pwritev)$/

interface Trial {
  readonly folder: string
  readonly input: string
  /** An empty archive; each trial has a copy of it. */
  readonly empty: string
}

const prepare = async (files: number): Promise<Trial> => {
  const folder = await createCrashFolder()
  const [input, empty] = [join(folder, 'input'), join(folder, 'empty')]
  await makeMixedFiles(input, files - (await mixInShared(input, Math.floor(files / 10))))
  await (await createArchive(empty, { clock })).close()
  return { folder, input, empty }
}

/** Fsyncs, renames and writes of the archive's files and of what is told, in the order of one whole run. */
const momentsOf = async ({ folder, input, empty }: Trial): Promise<readonly Moment[]> => {
  const archive = join(folder, 'whole')
  await cp(empty, archive, { recursive: true })
  const log = join(folder, 'trace')
  const trace = ['-y', '-xx', '-s', '0', '-e', 'trace=fsync,fdatasync,rename,write,writev,pwrite64,pwritev']
  const args = ['import', '--archive', archive, input]
  await traceProgram({ args, log, trace, preload: preloadOf('sameNames.mjs') })
  return readTrace(log).filter(
    ({ name, path, main, args }) =>
      deadly.test(name) && (path.includes(`${archive}/`) || (main && name === 'write' && args[0] === '1')),
  )
}

/**
 * How strace is told of the moment, and the program made to come to it again. Both threads write so much beside files that
 * a write of a file is known by the file's name alone.
 */
const aimAt = ({ name, nth, main, path }: Moment, archive: string) => {
  const inject = (when: number) => ['-e', `trace=${name}`, '-e', `inject=${name}:signal=KILL:when=${when}`]
  if (main && name !== 'pwrite64') return { trace: inject(nth), threads: 'main' } as const
  if (name !== 'write') return { trace: inject(nth), threads: 'all' } as const
  const file = path.replace('/whole/', `/${basename(archive)}/`)
  return { trace: ['-P', file, ...inject(1)], threads: 'all', preload: preloadOf('sameNames.mjs') } as const
}

/** What is not as it was told; undefined where the program did not come to this moment. */
const killAt = async (
  trial: Trial,
  moment: Moment,
  variant?: string,
): Promise<readonly string[] | undefined> => {
  const archive = join(trial.folder, 'killed')
  await cp(trial.empty, archive, { recursive: true })
  const args = ['import', '--archive', archive, trial.input]
  const preload = variant === undefined ? {} : { preload: preloadOf(variant) }
  const killed = await traceProgram({ args, log: '/dev/null', ...aimAt(moment, archive), ...preload })
  const faults = await faultsAfter(archive, promisesOf(killed.told))
  const left = await readdir(join(archive, 'staging'))
  await rm(archive, { recursive: true })
  if (killed.signal !== 'SIGKILL') return undefined
  return left.length ? [...faults, 'staging was not cleared'] : faults
}

const tryMoments = async (trial: Trial, moments: readonly Moment[], { tally }: ProofRun): Promise<void> => {
  for (const moment of moments) {
    const faults = await killAt(trial, moment)
    if (!faults) continue
    tally.tried()
    for (const fault of faults)
      tally.failed(`killed at ${moment.name} ${moment.nth}${moment.main ? ' of main' : ''}: ${fault}`)
  }
}

/** How many of them are the first in a row; the others are anywhere in the import. */
const inARow = (size: number): number => Math.floor((size * 10) / 11)

proof('nothing that was told as imported is lost, at whichever fsync, rename or write the program is killed', {
  promise: 1,
  sizes: { small: 1, ci: 44, full: 2200 },
  lacking: () => lackingPrograms('strace'),
  run: async (run) => {
    const trial = await prepare(Math.min(200, 2 + 5 * run.size))
    const moments = await momentsOf(trial)
    const random = createRandom(run.seed)
    const first = moments.slice(0, inARow(run.size))
    const others = Array.from({ length: run.size - first.length }, () => moments[random(moments.length)])
    await tryMoments(trial, [...first, ...others].flatMap((moment) => moment ?? []), run)
  },
  controls: {
    'the acknowledgement before the write': async ({ tally }) => {
      const trial = await prepare(2)
      // When it makes durable at last what it has told.
      const late: Moment = { name: 'fsync', nth: 1, main: true, path: '' }
      for (const fault of (await killAt(trial, late, 'toldBeforeWritten.mjs')) ?? []) tally.failed(fault)
    },
  },
})
