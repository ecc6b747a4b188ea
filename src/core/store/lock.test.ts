import { readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { systemClock as clock } from '../records/clock'
import { acquireLock } from './acquireLock'
import { createExampleArchive } from './fixtures/exampleArchive'
import { spawnProcess } from './fixtures/spawnProcess'
import { createTestFolder } from './fixtures/testFolder'
import { nodeFileSystem as fs } from './fileSystem'
import type { Layout } from './layout'
import { archiveLayout } from './layout'
import { isDead, readLock } from './lock'
import { openArchive } from './openArchive'
import { processStart } from './processStart'

const holder = (change: object): string =>
  `${JSON.stringify({ host: hostname(), pid: process.pid, since: '2026-01-01T00:00:00.000Z', token: 't', ...change })}\n`

const layoutWithLock = async (text: string): Promise<Layout> => {
  const layout = archiveLayout(await createTestFolder())
  await writeFile(layout.lock, text)
  return layout
}

const acquire = (layout: Layout, takeLock = false) => acquireLock({ fs, layout, clock, takeLock })

test('lets one write, and tells the others who does', async () => {
  const { folder, archive, article } = await createExampleArchive()
  const lock: unknown = JSON.parse(await readFile(archive.layout.lock, 'utf8'))
  expect(lock).toMatchObject({ host: hostname(), pid: process.pid })
  const second = await openArchive(folder, { clock })
  expect(second.readOnly).toEqual({
    reason: 'in-use',
    takeable: false,
    host: hostname(),
    pid: process.pid,
    since: (lock as { since: string }).since,
  })
  expect(second.catalogue.record(article.id)).toEqual(article)
  expect(() => second.catalogue.noteVerified()).toThrow(expect.objectContaining({ code: 'archive-in-use' }))
  await second.close()
  await archive.close()
  const third = await openArchive(folder, { clock })
  expect(third.readOnly).toBeUndefined()
  await third.close()
})

test('takes the lock of a process that ended', async () => {
  const process_ = await spawnProcess()
  const layout = await layoutWithLock(holder({ pid: process_.pid, started: processStart(process_.pid) }))
  expect((await acquire(layout)).type).toBe('in-use')
  await process_.kill()
  const outcome = await acquire(layout)
  expect(outcome.type).toBe('held')
})

test.runIf(processStart(process.pid) !== undefined)(
  'takes the lock of a process whose number was given to another',
  async () => {
    const layout = await layoutWithLock(holder({ started: 'another start' }))
    expect((await acquire(layout)).type).toBe('held')
    // Without the start the number alone is trusted, and the lock stands: this is what the start is for.
    expect((await acquire(await layoutWithLock(holder({})))).type).toBe('in-use')
  },
)

test('never breaks the lock of another machine unasked', async () => {
  const layout = await layoutWithLock(holder({ host: 'another-machine', pid: 1 }))
  expect(await acquire(layout)).toMatchObject({ type: 'in-use', holder: { host: 'another-machine' } })
  expect((await acquire(layout, true)).type).toBe('held')
})

test('does not take the lock of a writer that runs on this machine, even asked', async () => {
  const text = holder({ started: processStart(process.pid) })
  const layout = await layoutWithLock(text)
  expect((await acquire(layout, true)).type).toBe('in-use')
  expect(await readFile(layout.lock, 'utf8')).toBe(text)
})

test('takes a lock that was cut off while it was written, and no other that it cannot read', async () => {
  const layout = await layoutWithLock('{"host":"he')
  expect((await acquire(layout)).type).toBe('held')
  expect(await acquire(await layoutWithLock('{"another":"format"}\n'))).toEqual({
    type: 'in-use',
    holder: undefined,
  })
})

test('gives a dead lock to one of many that want it at once, and tells the others of that one', async () => {
  const process_ = await spawnProcess()
  await process_.kill()
  for (let round = 0; round < 10; round += 1) {
    const layout = await layoutWithLock(holder({ pid: process_.pid }))
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => acquire(layout)))
    expect(outcomes.filter((outcome) => outcome.type === 'held')).toHaveLength(1)
    // Never of the one that ended, whose lock is being taken.
    for (const outcome of outcomes)
      if (outcome.type === 'in-use') expect(outcome.holder?.pid).toBe(process.pid)
  }
})

test('leaves a lock that another took meanwhile alone when it gives its own back', async () => {
  const layout = archiveLayout(await createTestFolder())
  const outcome = await acquire(layout)
  const theirs = holder({ token: 'theirs' })
  await writeFile(layout.lock, theirs)
  if (outcome.type === 'held') await outcome.lock.release()
  expect(await readFile(layout.lock, 'utf8')).toBe(theirs)
})

test('calls nobody on another machine dead', () => {
  expect(isDead({ host: 'another-machine', pid: 2 ** 30, since: '', token: '' })).toBe(false)
  expect(isDead({ host: hostname(), pid: 2 ** 30, since: '', token: '' })).toBe(true)
})

test('does not take a number that is no process for one that runs', async () => {
  for (const pid of [0, -1]) {
    const found = await readLock(fs, await layoutWithLock(holder({ pid })))
    expect(found).toMatchObject({ holder: undefined, cutOff: false })
  }
})
