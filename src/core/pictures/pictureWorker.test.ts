import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPictureWorker } from './fixtures/buildPictureWorker'
import { drawPicture } from './fixtures/drawnPictures'
import { loadVips } from './loadVips'

let built: Awaited<ReturnType<typeof buildPictureWorker>>

beforeAll(async () => {
  built = await buildPictureWorker()
}, 60_000)
afterAll(() => built.remove())

describe('the reader of pictures, built as it ships,', () => {
  it('works in a thread with limits of its own, and leaves nothing running', async () => {
    const vips = await loadVips()
    const bytes = drawPicture(vips).jpegsaveBuffer()
    vips.shutdown()
    const worker = new Worker(built.path, { resourceLimits: { maxOldGenerationSizeMb: 256 } })
    worker.postMessage({ bytes, mediaType: 'image/jpeg', size: 256 })
    expect(await once(worker, 'message')).toMatchObject([{ kind: 'thumbnail', width: 256, height: 171 }])
    worker.postMessage('close')
    expect(await once(worker, 'exit')).toEqual([0])
  })
})
