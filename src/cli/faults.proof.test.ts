import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '#core/fixtures/proof/createRandom'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { callPlaces, diskCalls, type CallSite } from './fixtures/crash/callSites'
import { faultsAfter, promisesOf } from './fixtures/crash/faultsAfter'
import { failFrom, failOnceAt, faultNames, type Fault } from './fixtures/crash/injectFault'
import { lackingPrograms } from './fixtures/crash/lackingPrograms'
import { readTrace, type Call } from './fixtures/crash/readTrace'
import { preloadOf } from './fixtures/crash/preloadOf'
import { sentenceFaults } from './fixtures/crash/sentenceFaults'
import { traceProgram } from './fixtures/crash/traceProgram'
import {
  beginAnew,
  prepareUndertakings,
  undertakings,
  type Stage,
  type Undertaking,
} from './fixtures/crash/undertakings'
import { run as runProgram } from './fixtures/runProgram'

/** The calls on the disk of an undertaking to which nothing is done. */
const callsOf = async (undertaking: Undertaking, { prepared, disk }: Stage): Promise<readonly Call[]> => {
  const place = await beginAnew(disk, undertaking, prepared)
  const log = join(prepared.folder, 'trace')
  const trace = ['-y', '-xx', '-s', '0', '-e', `trace=${diskCalls.join(',')}`]
  await traceProgram({ args: undertaking.args(place), log, trace, preload: preloadOf('sameNames.mjs') })
  return readTrace(log).filter(({ path }) => path === disk || path.startsWith(`${disk}/`))
}

interface Trial {
  readonly undertaking: Undertaking
  readonly calls: readonly Call[]
  readonly site: CallSite
  readonly fault: Fault
  readonly forGood: boolean
}

const describe = ({ undertaking, site, fault, forGood }: Trial, disk: string): string =>
  `${undertaking.name}, ${fault} ${forGood ? 'from' : 'at'} ${site.name} ${site.nth} of ${site.path.slice(disk.length + 1)}`

/**
 * Undertakes it with the fault, and then, the fault mended, again: what is not as it was told. Undefined where the call was
 * not made this time.
 */
const tryFault = async (trial: Trial, { prepared, disk }: Stage, variant = 'sameNames.mjs') => {
  const { undertaking, calls, site, fault, forGood } = trial
  const place = await beginAnew(disk, undertaking, prepared)
  const args = undertaking.args(place)
  const trace = forGood ? failFrom(calls, site, fault) : failOnceAt(site, fault)
  const log = join(prepared.folder, 'trace')
  const ended = await traceProgram({ args, log, trace, preload: preloadOf(variant) })
  if (!readFileSync(log, 'latin1').includes('(INJECTED)')) return undefined
  const faults = [...sentenceFaults(ended), ...(await faultsAfter(place.archive, promisesOf(ended.told)))]
  if (faults.length) return faults
  const done = ended.status === 0
  faults.push(...(done ? await undertaking.undone(place) : ((await undertaking.halfDone?.(place)) ?? [])))
  if (done || faults.length) return faults
  const status = await runProgram(args).ended
  return status === 0 ? undertaking.undone(place) : [`it did not go on: ${status}`]
}

const ways = faultNames.flatMap((fault) => [false, true].map((forGood) => ({ fault, forGood })))

/** Each place in each way, by turns at its first call, one in the middle, and the last. */
const trialsOf = (undertaking: Undertaking, calls: readonly Call[]): readonly Trial[] =>
  callPlaces(calls).flatMap((sites) =>
    ways.map((way, turn) => ({ undertaking, calls, site: sites[turn % sites.length] ?? sites[0], ...way })),
  )

const tryAll = async (
  chosen: readonly Undertaking[],
  { size, seed, ours, tally }: ProofRun,
): Promise<void> => {
  const stage = await prepareUndertakings({ rich: size > 1 })
  for (const undertaking of chosen) {
    const calls = await callsOf(undertaking, stage)
    for (const trial of ours(createRandom(seed).some(trialsOf(undertaking, calls), size))) {
      tally.judged(describe(trial, stage.disk), await tryFault(trial, stage))
    }
  }
}

proof(
  'whatever call to the disk fails, once or for good, is said clearly, and nothing is told that is not so',
  {
    promise: 1,
    sizes: { small: 1, ci: 8, full: 10_000 },
    lacking: () => lackingPrograms('strace'),
    run: (run) =>
      tryAll(run.size === 1 ? undertakings.filter(({ name }) => name === 'edit') : undertakings, run),
    controls: {
      'a commit that failed told as one that did not': async ({ tally }) => {
        const stage = await prepareUndertakings({ rich: false })
        const [undertaking] = undertakings
        if (!undertaking) return
        const path = join(stage.disk, 'Cuttings', 'catalogue.sqlite-wal')
        const site = { name: 'pwrite64', path, nth: 2, writes: true, index: 0 }
        const trial = { undertaking, calls: [], site, fault: 'EIO', forGood: false } as const
        for (const fault of (await tryFault(trial, stage, 'heedsNoFault.mjs')) ?? []) tally.failed(fault)
      },
    },
  },
)
