import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createRandom } from '#core/fixtures/proof/createRandom'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { systemClock as clock } from '#core/records/clock'
import { createArchive } from '#core/store/createArchive'
import { createCrashFolder } from './fixtures/crash/createCrashFolder'
import { faultsAfter, promisesOf } from './fixtures/crash/faultsAfter'
import { lackingPrograms } from './fixtures/crash/lackingPrograms'
import { mixInShared } from './fixtures/crash/mixInShared'
import { readTrace } from './fixtures/crash/readTrace'
import { preloadOf } from './fixtures/crash/preloadOf'
import { traceProgram } from './fixtures/crash/traceProgram'
import { makeMixedFiles } from './fixtures/mixedFiles'

/** A call at which the program is killed: the n-th of this name on this path, or of its own main thread. */
interface Moment {
  readonly name: string
  readonly nth: number
  readonly path: string | undefined
}

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
  const archive = join(folder, 'killed')
  await cp(empty, archive, { recursive: true })
  const log = join(folder, 'trace')
  const trace = ['-y', '-xx', '-s', '0', '-e', 'trace=fsync,fdatasync,rename,write,writev,pwrite64,pwritev']
  const args = ['import', '--archive', archive, input]
  await traceProgram({ args, log, trace, preload: preloadOf('sameNames.mjs') })
  await rm(archive, { recursive: true })
  const counts = new Map<string, number>()
  return readTrace(log).flatMap(({ name, path, main, args: [descriptor], nth }) => {
    if (main && name === 'write' && descriptor === '1') return { name, nth, path: undefined }
    if (!path.startsWith(`${archive}/`)) return []
    const key = `${name} ${path}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return { name, nth: counts.get(key) ?? 0, path }
  })
}

/** What is not as it was told; undefined where the program did not come to this moment. */
const killAt = async (
  trial: Trial,
  { name, nth, path }: Moment,
  variant = 'sameNames.mjs',
): Promise<readonly string[] | undefined> => {
  const archive = join(trial.folder, 'killed')
  await cp(trial.empty, archive, { recursive: true })
  const killed = await traceProgram({
    args: ['import', '--archive', archive, trial.input],
    log: '/dev/null',
    trace: [
      ...(path === undefined ? [] : ['-P', path]),
      ...['-e', `trace=${name}`, '-e', `inject=${name}:signal=KILL:when=${nth}`],
    ],
    threads: path === undefined ? 'main' : 'all',
    preload: preloadOf(variant),
  })
  const faults = await faultsAfter(archive, promisesOf(killed.told))
  const left = await readdir(join(archive, 'staging'))
  await rm(archive, { recursive: true })
  if (killed.signal !== 'SIGKILL') return undefined
  return left.length ? [...faults, 'staging was not cleared'] : faults
}

const tryMoments = async (trial: Trial, moments: readonly Moment[], { tally }: ProofRun): Promise<void> => {
  for (const moment of moments) {
    const name = `killed at ${moment.name} ${moment.nth} of ${moment.path ?? 'what it tells'}`
    tally.judged(name, await killAt(trial, moment))
  }
}

/** How many of them are the first in a row; the others are anywhere in the import. */
const inARow = (size: number): number => Math.floor((size * 10) / 11)

proof(
  'nothing that was told as imported is lost, at whichever fsync, rename or write the program is killed',
  {
    promise: 1,
    sizes: { small: 1, ci: 44, full: 2200 },
    lacking: () => lackingPrograms('strace'),
    run: async (run) => {
      const trial = await prepare(Math.min(200, 2 + 5 * run.size))
      const moments = await momentsOf(trial)
      const { below } = createRandom(run.seed)
      const first = moments.slice(0, inARow(run.size))
      const others = Array.from({ length: run.size - first.length }, () => moments[below(moments.length)])
      await tryMoments(
        trial,
        run.ours([...first, ...others]).flatMap((moment) => moment ?? []),
        run,
      )
    },
    controls: {
      'the acknowledgement before the write': async ({ tally }) => {
        const trial = await prepare(2)
        // When it makes durable at last what it has told.
        const late: Moment = {
          name: 'fsync',
          nth: 1,
          path: join(trial.folder, 'killed', 'catalogue.sqlite-wal'),
        }
        for (const fault of (await killAt(trial, late, 'toldBeforeWritten.mjs')) ?? []) tally.failed(fault)
      },
    },
  },
)
