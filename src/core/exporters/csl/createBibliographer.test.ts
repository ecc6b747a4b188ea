import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildEntry } from '#core/parsing/fixtures/buildEntry'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { createBibliographer } from './createBibliographer'
import { formatBibliography } from './formatBibliography'
import type { BibliographyRequest, Bibliographer } from './types'

const request: BibliographyRequest = {
  style: 'apa',
  items: [{ id: 'a', type: 'book', title: 'The old quay', issued: { 'date-parts': [[2001]] } }],
}

/** A bibliographer whose worker runs this script. */
const bibliographerOf = async (script: string): Promise<Bibliographer> => {
  const workerPath = join(await createTestFolder(), 'worker.mjs')
  await writeFile(workerPath, `import { parentPort, workerData } from 'node:worker_threads'\n${script}`)
  const bibliographer = createBibliographer({ workerPath })
  onTestFinished(() => bibliographer.close())
  return bibliographer
}

const endless = `parentPort.postMessage({ type: 'progress', share: 0.5 }); for (;;);`

describe('createBibliographer', () => {
  it('answers what formatBibliography answers, from the worker as it is built', async () => {
    const { path, remove } = await buildEntry('../../exporters/csl/entry.ts')
    const bibliographer = createBibliographer({ workerPath: path })
    const shares: number[] = []
    const made = await bibliographer.format(request, { onProgress: (share) => shares.push(share) })
    expect(made).toEqual(await formatBibliography(request))
    expect(shares.at(-1)).toBe(1)
    await bibliographer.close()
    await remove()
  })

  it('ends a worker that does not let go, when it is cancelled', async () => {
    const bibliographer = await bibliographerOf(endless)
    const controller = new AbortController()
    const formatting = bibliographer.format(request, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    await expect(formatting).rejects.toMatchObject({ code: 'cancelled' })
    await expect(bibliographer.format(request, { signal: controller.signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  it('ends a worker that does not let go, when it is closed', async () => {
    const bibliographer = await bibliographerOf(endless)
    let begin = (): void => undefined
    const begun = new Promise<void>((resolve) => (begin = resolve))
    const ended = bibliographer.format(request, { onProgress: begin }).catch((error: unknown) => error)
    await begun
    await bibliographer.close()
    expect(await ended).toMatchObject({ code: 'cancelled' })
  })

  it('tells why a worker failed, and that one ended without an answer', async () => {
    const failing = await bibliographerOf(`throw new TypeError('no such style: ' + workerData.style)`)
    await expect(failing.format(request)).rejects.toThrow('no such style: apa')
    const silent = await bibliographerOf('')
    await expect(silent.format(request)).rejects.toThrow('ended with 0')
  })
})
