import { getEventListeners } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { createSearchService } from '../createSearchService'
import type { SearchService } from '../types'

/** A worker that answers anything but a query, on which it dies so many times. */
const dyingWorker = (deaths: number): string => `
  import { appendFileSync, readFileSync } from 'node:fs'
  import { parentPort } from 'node:worker_threads'
  const diary = new URL('deaths', import.meta.url)
  parentPort.on('message', ({ type, id, call }) => {
    if (type === 'close') return parentPort.close()
    if (call.name === 'query') {
      appendFileSync(diary, 'x')
      if (readFileSync(diary).length <= ${deaths}) throw new Error('as it was told')
    }
    parentPort.postMessage({ type: 'answer', id, answer: call.name })
  })
`

const serviceDying = async (deaths: number): Promise<SearchService> => {
  const folder = await createTestFolder()
  const workerPath = join(folder, 'worker.mjs')
  await writeFile(workerPath, dyingWorker(deaths))
  const service = createSearchService({ workerPath, cataloguePath: '', folder, writable: false })
  onTestFinished(() => service.close())
  return service
}

const query = { text: 'x', offset: 0, limit: 1, placesPerHit: 1 }

test('a worker that dies is started again, and what it was asked is asked once more', async () => {
  const service = await serviceDying(1)
  expect(await service.query(query)).toBe('query')
})

test('a question that kills two workers is given up; the next one is answered', async () => {
  const service = await serviceDying(2)
  await expect(service.query(query)).rejects.toMatchObject({ code: 'core-gone' })
  expect(await service.query(query)).toBe('query')
})

test('a worker that keeps dying is given up, and the state says so', async () => {
  const service = await serviceDying(1000)
  for (let time = 0; time < 6; time++)
    await expect(service.query(query)).rejects.toMatchObject({ code: 'core-gone' })
  expect(service.state().state).toBe('failed')
})

test('a question that was answered, or that killed its worker, leaves nothing at its signal', async () => {
  const service = await serviceDying(2)
  const { signal } = new AbortController()
  await expect(service.query(query, { signal })).rejects.toMatchObject({ code: 'core-gone' })
  await service.query(query, { signal })
  expect(getEventListeners(signal, 'abort')).toEqual([])
})
