import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import type { RecordSet } from '#shared/model/records'
import { systemClock as clock } from '../records/clock'
import { openArchive } from '../store/openArchive'
import type { Archive } from '../store/types'
import { verifyArchive } from '../verify/verifyArchive'
import { createCitedSources } from './fixtures/citedSources'

/** Merges and undoes in a process of its own and kills it after so many of both. */
const changeAndKill = async (folder: string, changes: number, delay: number): Promise<void> => {
  const script = join(import.meta.dirname, 'fixtures', 'changer.mjs')
  const options = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning', script, folder]
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  let count = 0
  for await (const _ of createInterface({ input: child.stdout })) {
    count += 1
    if (count === changes) setTimeout(() => child.kill('SIGKILL'), delay)
  }
  await ended
  expect(count).toBeGreaterThanOrEqual(changes)
}

/** Everything that names a source, and the sources that there are. */
const stateOf = ({ catalogue }: Archive, all: RecordSet) => ({
  sources: catalogue.list({ kind: 'source' }, { by: 'added', direction: 'ascending' }, 0, 100).rows,
  records: [...all.sources, ...all.articles, ...all.references, ...all.claims].map(({ id }) =>
    catalogue.record(id),
  ),
  citing: all.sources.map(({ id }) => catalogue.citingPassages(id, 0, 500)),
})

test('a merge that is killed is there or is not, whole, and so is its undoing', async () => {
  const { archive, folder, all } = await createCitedSources()
  const apart = stateOf(archive, all)
  const [keptId = '', ...removedIds] = all.sources.map(({ id }) => id)
  const step = { id: clock.createId(), stepId: clock.createId(), actor: 'tester' }
  archive.catalogue.changeSources({ ...step, deed: 'merge', keptId, removedIds })
  const together = stateOf(archive, all)
  expect(together).not.toEqual(apart)
  await archive.close()
  for (const [changes, delay] of [
    [1, 0],
    [2, 0],
    [5, 2],
    [6, 4],
    [9, 1],
    [12, 3],
  ] as const) {
    await changeAndKill(folder, changes, delay)
    const opened = await openArchive(folder, { clock })
    const state = stateOf(opened, all)
    const isApart = JSON.stringify(state) === JSON.stringify(apart)
    expect(state).toEqual(isApart ? apart : together)
    expect(await verifyArchive(opened)).toMatchObject({ problems: 0, custody: 'unbroken' })
    await opened.close()
  }
}, 60_000)
