import { Worker } from 'node:worker_threads'
import { CuttingsError } from '#shared/errors'
import type { WorkerStart } from './messages'

/** Makes a main index in a worker of its own, so that neither its work nor its garbage holds a query up. */
export const runBuilder =
  (file: URL, start: WorkerStart) =>
  (signal: AbortSignal): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file, { workerData: { ...start, role: 'build' } satisfies WorkerStart })
      const stop = (): void => {
        reject(new CuttingsError('cancelled'))
        void worker.terminate()
      }
      signal.addEventListener('abort', stop, { once: true })
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => {
        signal.removeEventListener('abort', stop)
        // Without an effect where the bytes came or the reason is known.
        reject(new Error(`the index builder ended with ${code}`))
      })
      if (signal.aborted) stop()
    })
