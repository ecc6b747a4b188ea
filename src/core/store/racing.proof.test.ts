import { readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { createEditedArchive } from '../fixtures/edits/createEditedArchive'
import { countingClock } from '../fixtures/edits/countingClock'
import { proof, type ProofRun } from '../fixtures/proof/proof'
import { createTurns, startOpener, type Opened, type Opener } from './fixtures/startOpener'
import { createTestFolder } from './fixtures/testFolder'
import { archiveLayout } from './layout'

/** Milliseconds in which the lock of a writer that was killed is taken. */
const soonEnough = 5000

const isToldWho = ({ readOnly }: Opened, writer: Opened): boolean =>
  readOnly?.reason === 'in-use' &&
  readOnly.pid === writer.pid &&
  readOnly.host === hostname() &&
  readOnly.since !== undefined

const judge = (all: readonly Opened[], fail: (what: string) => void): Opened | undefined => {
  const [writer, second] = all.filter(({ writable }) => writable)
  if (!writer) fail('nobody writes')
  else if (second) fail(`${writer.pid} and ${second.pid} write at once`)
  else
    for (const one of all)
      if (one !== writer && !isToldWho(one, writer))
        fail(`${one.pid} is not told who writes since when: ${JSON.stringify(one.readOnly)}`)
  return writer
}

interface Race {
  readonly folder: string
  readonly openers: Opener[]
  readonly fail: (what: string) => void
  readonly broken: boolean
}

const openAll = ({ folder, openers, broken }: Race): Promise<Opened[]> => {
  const turns = broken ? createTurns(openers.length) : undefined
  return Promise.all(openers.map((one) => one.open(folder, turns)))
}

/** All open at once; then the writer is killed, and what is left races for its lock. */
const raceOnce = async (all: Race): Promise<void> => {
  const { openers, fail } = all
  const writer = judge(await openAll(all), fail)
  const at = openers.findIndex(({ pid }) => pid === writer?.pid)
  const [killed] = at < 0 ? [] : openers.splice(at, 1)
  await killed?.kill()
  await Promise.all(openers.map((one) => one.close()))
  const before = performance.now()
  judge(await openAll(all), fail)
  const took = performance.now() - before
  if (took > soonEnough) fail(`the lock of a writer that was killed was taken after ${Math.round(took)} ms`)
  await Promise.all(openers.map((one) => one.close()))
}

const race = async ({ size, tally }: ProofRun, processes: number, broken = false): Promise<void> => {
  const folder = `${await createTestFolder()}/A`
  await createEditedArchive(folder, countingClock(0))
  const openers = await Promise.all(Array.from({ length: processes }, startOpener))
  try {
    for (let round = 1; round <= size; round += 1) {
      tally.tried()
      await raceOnce({ folder, openers, broken, fail: (what) => tally.failed(`round ${round}: ${what}`) })
      await rm(archiveLayout(folder).lock, { force: true })
      while (round < size && openers.length < processes) openers.push(await startOpener())
    }
  } finally {
    await Promise.all(openers.map((one) => one.kill()))
  }
}

/** Few processes with every check; 20 where the promises are proved. */
const processes = process.env['CUTTINGS_PROVE'] === undefined ? 2 : 20

proof(
  'of many that open an archive at once one writes, and the others are told who; a dead lock is taken soon',
  {
    promise: 1,
    sizes: { small: 1, ci: 10, full: 100 },
    run: (run) => race(run, processes),
    controls: { 'a lock that is not atomic': (run) => race({ ...run, size: 1 }, processes, true) },
  },
)

const another = (host: string): string =>
  `${JSON.stringify({ host, pid: 4_194_303, started: 'x', since: '2026-01-01T00:00:00.000Z', token: 't' })}\n`

/** Every way in that does not ask the user. */
const knock = async ({ size, tally }: ProofRun, host: (at: number) => string): Promise<void> => {
  const folder = `${await createTestFolder()}/A`
  await createEditedArchive(folder, countingClock(0))
  const { lock } = archiveLayout(folder)
  const opener = await startOpener()
  try {
    for (let at = 0; at < size; at += 1) {
      tally.tried()
      const text = another(host(at))
      await writeFile(lock, text)
      const { writable, readOnly } = await opener.open(folder)
      if (writable || readOnly?.reason !== 'in-use')
        tally.failed(`the lock of ${host(at)} was broken unasked`)
      if (!readOnly?.takeable) tally.failed(`it is not said that the lock of ${host(at)} can be taken`)
      if ((await readFile(lock, 'utf8').catch(() => '')) !== text)
        tally.failed(`the lock of ${host(at)} is another`)
      await opener.close()
      await rm(lock, { force: true })
    }
  } finally {
    await opener.kill()
  }
}

proof('the lock of another machine is never broken unasked', {
  promise: 1,
  sizes: { small: 5, ci: 50, full: 500 },
  run: (run) => knock(run, (at) => `${hostname()}-${at}`),
  controls: {
    'a lock that is judged by its process alone': (run) => knock({ ...run, size: 1 }, () => hostname()),
  },
})
