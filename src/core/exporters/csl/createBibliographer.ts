import { Worker } from 'node:worker_threads'
import { CuttingsError } from '#shared/errors'
import type { Bibliographer, Bibliography } from './types'
import type { FromBibliographyWorker } from './workerMessages'

/** What citeproc makes is thrown away at once: with more room for it a worker only keeps more garbage. */
const youngMegabytes = 8

/**
 * Formats each bibliography in a worker of its own: citeproc can't be interrupted otherwise, and what it needs for
 * thousands of items goes with the worker.
 */
export const createBibliographer = ({
  workerPath,
}: {
  /** The built worker (`out/main/bibliography.js`). */
  readonly workerPath: string
}): Bibliographer => {
  const running = new Set<() => Promise<unknown>>()
  return {
    format: (request, { signal, onProgress } = {}) =>
      new Promise<Bibliography>((resolve, reject) => {
        if (signal?.aborted) return reject(new CuttingsError('cancelled'))
        const worker = new Worker(workerPath, {
          workerData: request,
          resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
        })
        const stop = (): Promise<unknown> => {
          reject(new CuttingsError('cancelled'))
          return worker.terminate()
        }
        const onAbort = (): void => void stop()
        running.add(stop)
        signal?.addEventListener('abort', onAbort, { once: true })
        worker.on('message', (message: FromBibliographyWorker) => {
          if (message.type === 'done') resolve(message.bibliography)
          else onProgress?.(message.share)
        })
        worker.once('error', reject)
        worker.once('exit', (code) => {
          running.delete(stop)
          signal?.removeEventListener('abort', onAbort)
          // Without an effect where the bibliography came or the reason is known.
          reject(new Error(`the bibliography worker ended with ${code}`))
        })
      }),
    close: async () => {
      await Promise.all([...running].map((stop) => stop()))
    },
  }
}
