import { existsSync } from 'node:fs'
import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createRandom } from '#core/fixtures/proof/createRandom'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { createSmallDisk, type SmallDisk } from './fixtures/crash/createSmallDisk'
import { faultsAfter, promisesOf } from './fixtures/crash/faultsAfter'
import { lackingPrograms } from './fixtures/crash/lackingPrograms'
import { runWatched, type Ended } from './fixtures/crash/runWatched'
import { preloadOf } from './fixtures/crash/preloadOf'
import { sentenceFaults } from './fixtures/crash/sentenceFaults'
import {
  beginAnew,
  placeOn,
  prepareUndertakings,
  undertakings,
  type Place,
  type Stage,
  type Undertaking,
} from './fixtures/crash/undertakings'

/** Room for an archive, its log and a backup of its catalogue. */
const megabytes = 24

type Mishap = 'full' | 'fills up' | 'read-only' | 'absent' | 'unmounted'

interface Trial {
  readonly undertaking: Undertaking
  readonly mishap: Mishap
  /** The fsync or commit at which it happens, or how many kilobytes are free. */
  readonly at: number
}

interface Bench extends Stage {
  readonly small: SmallDisk
  /** A broken variant of the program, where that is tried. */
  readonly variant?: string
}

const before: Readonly<Record<Mishap, (small: SmallDisk, at: number) => void>> = {
  full: (small, at) => small.fill(at),
  'fills up': () => undefined,
  'read-only': (small) => small.setReadOnly(true),
  absent: (small) => small.unmount(),
  unmounted: () => undefined,
}

const meanwhile: Readonly<Record<Mishap, ((small: SmallDisk) => void) | undefined>> = {
  full: undefined,
  'fills up': (small) => small.fill(0),
  'read-only': undefined,
  absent: undefined,
  unmounted: (small) => small.unmount(),
}

const mend: Readonly<Record<Mishap, (small: SmallDisk) => void>> = {
  full: (small) => small.empty(),
  'fills up': (small) => small.empty(),
  'read-only': (small) => small.setReadOnly(false),
  absent: (small) => small.mount(),
  unmounted: (small) => small.mount(),
}

/** Runs it, and does something to its disk while it waits at an fsync or a commit; whether it came to that. */
const runAndInterfere = async (
  args: readonly string[],
  { mishap, at }: Trial,
  { small, prepared, variant }: Bench,
): Promise<{ readonly ended: Ended; readonly happened: boolean }> => {
  const happens = meanwhile[mishap]
  const broken = variant === undefined ? {} : { preload: preloadOf(variant) }
  if (!happens) return { ended: await runWatched({ within: small.within, args, ...broken }), happened: true }
  const paused = join(prepared.folder, 'paused')
  const env = { PAUSE_AT: String(at), PAUSE_FILE: paused }
  let over = false
  const running = runWatched({ within: small.within, args, env, preload: preloadOf('pauseAt.mjs') }).finally(
    () => (over = true),
  )
  while (!over && !existsSync(paused)) await wait(10)
  const happened = existsSync(paused)
  if (happened) {
    happens(small)
    await rm(paused)
  }
  return { ended: await running, happened }
}

/** A copy of the disk: SQLite finds no way to a disk of another name space. */
const copyOut = async ({ small, prepared, disk }: Bench): Promise<Place> => {
  await rm(disk, { recursive: true, force: true })
  await cp(join(small.fromHere, 'disk'), disk, { recursive: true })
  return placeOn(disk, prepared)
}

const goesOn = async (args: readonly string[], { undertaking }: Trial, bench: Bench) => {
  const { status, told, errors } = await runWatched({ within: bench.small.within, args })
  if (status !== 0) return [`it did not go on: ${JSON.stringify(told)} ${errors}`]
  return undertaking.undone(await copyOut(bench))
}

/** What is not as it was told, also after the disk is in order again; undefined where nothing came to happen to it. */
const tryMishap = async (trial: Trial, bench: Bench): Promise<readonly string[] | undefined> => {
  const { undertaking, mishap, at } = trial
  const { small, prepared } = bench
  await beginAnew(join(small.fromHere, 'disk'), undertaking, prepared)
  const args = undertaking.args(placeOn(join(small.place, 'disk'), prepared))
  before[mishap](small, at)
  const { ended, happened } = await runAndInterfere(args, trial, bench)
  if (!happened) return undefined
  const isGone = mishap === 'absent' || mishap === 'unmounted'
  const made = isGone ? await readdir(small.placeFromHere) : []
  mend[mishap](small)
  const done = ended.status === 0
  const left = await copyOut(bench)
  const faults = [
    ...sentenceFaults(ended),
    ...made.map((name) => `${name} was made where the disk was`),
    ...(done && mishap === 'absent' ? ['it was done without its disk'] : []),
    ...(await faultsAfter(left.archive, promisesOf(ended.told))),
    ...(done ? await undertaking.undone(left) : ((await undertaking.halfDone?.(left)) ?? [])),
  ]
  return done || faults.length ? faults : goesOn(args, trial, bench)
}

const trialsOf = (seed: number): readonly Trial[] => {
  const { below } = createRandom(seed)
  return undertakings.flatMap((undertaking) => [
    ...(['read-only', 'absent'] as const).map((mishap) => ({ undertaking, mishap, at: 0 })),
    ...Array.from({ length: 12 }, () => ({ undertaking, mishap: 'full' as const, at: 4 * below(400) })),
    ...Array.from({ length: 40 }, (_, at) =>
      (['fills up', 'unmounted'] as const).map((mishap) => ({ undertaking, mishap, at: at + 1 })),
    ).flat(),
  ])
}

const prepare = async (rich: boolean): Promise<Bench> => {
  const stage = await prepareUndertakings({ rich })
  return { ...stage, small: await createSmallDisk(stage.prepared.folder, megabytes) }
}

/** Tries one after another, until so many had their mishap. */
const tryTrials = async (
  trials: readonly Trial[],
  bench: Bench,
  { size, tally }: ProofRun,
): Promise<void> => {
  for (const trial of trials) {
    if (tally.count() === size) return
    const name = `${trial.undertaking.name}, the disk ${trial.mishap} (${trial.at})`
    tally.judged(name, await tryMishap(trial, bench))
  }
}

proof(
  'a disk that is full, read-only or gone is said so, costs nothing that was told, and is used again after',
  {
    promise: 1,
    sizes: { small: 1, ci: 30, full: 10_000 },
    lacking: () => lackingPrograms('unshare', 'nsenter'),
    run: async (run) => {
      const trials = trialsOf(run.seed)
      const drawn = run.ours(createRandom(run.seed).some(trials, trials.length))
      await tryTrials(drawn, await prepare(run.size > 1), run)
    },
    controls: {
      'a commit that failed told as one that did not': async (run) => {
        const bench = { ...(await prepare(false)), variant: 'heedsNoFault.mjs' }
        const [undertaking] = undertakings
        if (undertaking) await tryTrials([{ undertaking, mishap: 'full', at: 100 }], bench, run)
      },
    },
  },
)
