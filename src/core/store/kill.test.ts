import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { systemClock as clock } from '../records/clock'
import { verifyArchive } from '../verify/verifyArchive'
import { createArchive } from './createArchive'
import { createTestFolder } from './fixtures/testFolder'
import { openArchive } from './openArchive'

/** Imports in a process of its own and kills it after so many acknowledged articles; returns their ids. */
const importAndKill = async (folder: string, articles: number, delay: number): Promise<string[]> => {
  const script = join(import.meta.dirname, 'fixtures', 'writer.mjs')
  const options = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning', script, folder]
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const ids: string[] = []
  for await (const id of createInterface({ input: child.stdout })) {
    ids.push(id)
    if (ids.length === articles) setTimeout(() => child.kill('SIGKILL'), delay)
  }
  await ended
  return ids
}

test('loses nothing that was acknowledged, at whatever moment the process is killed', async () => {
  const folder = join(await createTestFolder(), 'Cuttings')
  await (await createArchive(folder, { clock })).close()
  const acknowledged: string[] = []
  for (const [articles, delay] of [
    [1, 0],
    [5, 1],
    [3, 3],
    [8, 2],
  ] as const) {
    const ids = await importAndKill(folder, articles, delay)
    expect(ids.length).toBeGreaterThanOrEqual(articles)
    acknowledged.push(...ids)
    const archive = await openArchive(folder, { clock })
    expect(archive.readOnly).toBeUndefined()
    for (const id of acknowledged)
      expect(archive.catalogue.record(id), id).toMatchObject({ id, kind: 'article' })
    expect(await verifyArchive(archive)).toMatchObject({ problems: 0, custody: 'unbroken', complete: 'yes' })
    await archive.close()
  }
}, 60_000)
