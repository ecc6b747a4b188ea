import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { createSegmentWorker } from './segmentWorker'

const worker = async (script: string) => {
  const folder = await createTestFolder()
  const path = join(folder, 'worker.mjs')
  await writeFile(path, `import { parentPort } from 'node:worker_threads'\n${script}`)
  return createSegmentWorker(pathToFileURL(path), { cataloguePath: '', folder, writable: false })
}

/** Posts a segment, and goes on until it is told to stop. */
const untilStopped = `parentPort.postMessage(new Uint8Array(1))
  parentPort.once('message', () => parentPort.close())`

test('a build that is stopped fails, and not before what came of it was taken', async () => {
  const controller = new AbortController()
  const told: string[] = []
  const work = await worker(untilStopped)
  const take = async (): Promise<void> => {
    controller.abort()
    await new Promise((resolve) => setImmediate(resolve))
    told.push('taken')
  }
  const build = work.build([], take, controller.signal).catch(() => told.push('failed'))
  await build
  expect(told).toEqual(['taken', 'failed'])
})

test('a merge that is stopped is ended in the middle of its work', async () => {
  const controller = new AbortController()
  const work = await worker('parentPort.postMessage(new Uint8Array(1)); for (;;);')
  const merge = work.merge([], controller.signal)
  setImmediate(() => controller.abort())
  await expect(merge).rejects.toMatchObject({ code: 'cancelled' })
})

test('a build that fails keeps the code of its error, whichever thread met it', async () => {
  const failure = { code: 'disk-full', details: { what: 'the record' }, message: 'The disk is full.' }
  const work = await worker(`parentPort.postMessage(${JSON.stringify(failure)})`)
  const build = work.build([], () => Promise.resolve(), new AbortController().signal)
  await expect(build).rejects.toMatchObject({ code: 'disk-full', details: { what: 'the record' } })
})

test('a build whose worker dies fails with its error', async () => {
  const work = await worker("throw new Error('as it was told')")
  const build = work.build([], () => Promise.resolve(), new AbortController().signal)
  await expect(build).rejects.toThrow('as it was told')
})
