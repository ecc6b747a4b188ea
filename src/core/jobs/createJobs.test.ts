import { describe, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import type { JobEvent, JobState } from '#shared/contract/jobs'
import { createFixedClock } from '../records/fixtures/createFixedClock'
import { createJobs } from './createJobs'

const jobsWith = (onChange?: (job: JobState) => void) =>
  createJobs({
    clock: createFixedClock(),
    report: (error) =>
      Promise.resolve(
        error instanceof CuttingsError
          ? error.toReport()
          : new CuttingsError('internal', { reference: 'r1' }).toReport(),
      ),
    ...(onChange ? { onChange } : {}),
  })

const rebuilt = { kind: 'rebuild', items: 1 } as const
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')))
    if (signal.aborted) reject(new Error('aborted'))
  })

const collect = async (events: AsyncIterable<JobEvent>): Promise<JobEvent[]> => {
  const collected: JobEvent[] = []
  for await (const event of events) collected.push(event)
  return collected
}

describe('jobs', () => {
  it('answer at once and end with their result', async () => {
    const jobs = jobsWith()
    const started = jobs.start('rebuild', () => Promise.resolve(rebuilt))
    expect(started.state).toBe('running')
    expect(await jobs.ended(started.id)).toMatchObject({ state: 'done', result: rebuilt })
  })

  it('end as failed with what may be shown, and never as an unhandled rejection', async () => {
    const jobs = jobsWith()
    const typed = jobs.start('verify', () => Promise.reject(new CuttingsError('disk-full', { what: 'x' })))
    const thrown = jobs.start('verify', () => {
      throw new TypeError('a secret of /home/someone')
    })
    expect(await jobs.ended(typed.id)).toMatchObject({ state: 'failed', error: { code: 'disk-full' } })
    expect(await jobs.ended(thrown.id)).toMatchObject({
      state: 'failed',
      error: { code: 'internal', details: { reference: 'r1' } },
    })
    expect(JSON.stringify(jobs.list())).not.toContain('secret')
  })

  it('end as cancelled when they are cancelled, and keep what they had reported', async () => {
    const jobs = jobsWith()
    const { id } = jobs.start('import', async ({ result, signal }) => {
      result({ name: 'a.txt', outcome: 'imported' })
      return untilAborted(signal)
    })
    await new Promise((resolve) => setImmediate(resolve))
    jobs.cancel(id)
    expect(await jobs.ended(id)).toMatchObject({
      state: 'cancelled',
      results: 1,
      error: { code: 'cancelled' },
    })
    expect(jobs.report(id, 0, 10)).toEqual({ total: 1, files: [{ name: 'a.txt', outcome: 'imported' }] })
  })

  it('that write run one at a time in the order of their start, and the others beside them', async () => {
    const jobs = jobsWith()
    const order: string[] = []
    let finishFirst = (): void => undefined
    const first = jobs.start('import', async () => {
      order.push('first starts')
      await new Promise<void>((resolve) => (finishFirst = resolve))
      order.push('first ends')
      return { kind: 'import', counts: { imported: 0, duplicates: 0, kept: 0, refused: 0 } }
    })
    const second = jobs.start('rebuild', () => {
      order.push('second')
      return Promise.resolve(rebuilt)
    })
    const third = jobs.start('rebuild', () => {
      order.push('third')
      return Promise.resolve(rebuilt)
    })
    await jobs.ended(jobs.start('verify', () => Promise.reject(new CuttingsError('job-gone'))).id)
    expect(jobs.list().find((job) => job.id === second.id)?.progress.step).toBe('waiting')
    finishFirst()
    await Promise.all([first, second, third].map((job) => jobs.ended(job.id)))
    expect(order).toEqual(['first starts', 'first ends', 'second', 'third'])
    expect(jobs.list().find((job) => job.id === second.id)?.progress.step).toBeUndefined()
  })

  it('leave the queue when they are cancelled while they wait, without starting', async () => {
    const jobs = jobsWith()
    let started = false
    const first = jobs.start('import', ({ signal }) => untilAborted(signal))
    const second = jobs.start('import', () => {
      started = true
      return Promise.resolve(rebuilt)
    })
    const third = jobs.start('rebuild', () => Promise.resolve(rebuilt))
    jobs.cancel(second.id)
    expect(await jobs.ended(second.id)).toMatchObject({ state: 'cancelled' })
    expect(started).toBe(false)
    jobs.cancel(first.id)
    expect(await jobs.ended(third.id)).toMatchObject({ state: 'done' })
  })

  it('are watched from the first result to the end, also by one who comes late', async () => {
    const jobs = jobsWith()
    const { id } = jobs.start('rebuild', ({ result }) => {
      for (let n = 0; n < 250; n += 1) result({ name: `${n}.txt`, outcome: 'imported' })
      return Promise.resolve(rebuilt)
    })
    const [early] = await Promise.all([collect(jobs.watch(id)), jobs.ended(id)])
    const late = await collect(jobs.watch(id))
    for (const events of [early, late]) {
      const files = events.filter((event) => event.type === 'file')
      expect(files.map((event) => event.index)).toEqual(Array.from({ length: 250 }, (_, index) => index))
      expect(events[0]?.type).toBe('state')
      expect(events.findLast((event) => event.type === 'state')).toMatchObject({
        job: { state: 'done', results: 250 },
      })
    }
    expect(early.filter((event) => event.type === 'state').length).toBeLessThan(10)
  })

  it('stop being watched when the watcher goes, and go on by themselves', async () => {
    const jobs = jobsWith()
    const { id } = jobs.start('verify', ({ signal }) => untilAborted(signal))
    const watcher = new AbortController()
    const watching = collect(jobs.watch(id, watcher.signal))
    watcher.abort()
    expect((await watching).every((event) => event.type === 'state')).toBe(true)
    expect(jobs.list()[0]?.state).toBe('running')
    await jobs.close()
    expect(jobs.list()[0]?.state).toBe('cancelled')
  })

  it('that are not known are gone, for every question', () => {
    const jobs = jobsWith()
    const gone = '0193a000-0000-7000-8000-000000000000'
    for (const ask of [jobs.cancel, jobs.watch, jobs.ended, (id: string) => jobs.report(id, 0, 1)])
      expect(() => ask(gone)).toThrow(new CuttingsError('job-gone'))
  })

  it('that compare push no report of another out, however many they are', async () => {
    const jobs = jobsWith()
    const { id } = jobs.start('rebuild', ({ result }) => {
      result({ name: 'a.txt', outcome: 'imported' })
      return Promise.resolve(rebuilt)
    })
    for (let more = 0; more < 120; more += 1)
      await jobs.ended(jobs.start('compare', () => Promise.resolve({ kind: 'compare', found: false })).id)
    await new Promise((resolve) => setImmediate(resolve))
    expect(jobs.report(id, 0, 10).total).toBe(1)
    expect(jobs.list()).toHaveLength(4)
  })

  it('tell their host of start and end', async () => {
    const told: string[] = []
    const jobs = jobsWith((job) => told.push(job.state))
    await jobs.ended(jobs.start('rebuild', () => Promise.resolve(rebuilt)).id)
    await new Promise((resolve) => setImmediate(resolve))
    expect(told[0]).toBe('running')
    expect(told.at(-1)).toBe('done')
  })
})
