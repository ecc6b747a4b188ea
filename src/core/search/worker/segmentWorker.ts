import { Worker } from 'node:worker_threads'
import { CuttingsError } from '#shared/errors'
import type { SegmentWork } from '#core/search/index/segmentWork'
import { errorOf } from './failures'
import type { FromTask, SegmentTask, WorkerStart } from './messages'

/** What a build throws away it throws away soon: more room for it makes the build no faster, and takes a hundred MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 }

/**
 * Does a task in a worker of its own; settles once all that it made was taken, also where it fails or is stopped, so that who
 * comes next does not write beside it. A build that is stopped ends by itself, since a worker that is terminated inside a call of
 * the database takes the process with it. A merge asks no database and looks at nothing until it is done: it is terminated.
 */
const runTask = (
  file: URL,
  start: WorkerStart,
  task: SegmentTask,
  take: (bytes: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new CuttingsError('cancelled'))
    const worker = new Worker(file, { workerData: { ...start, task } satisfies WorkerStart, resourceLimits })
    let taken: Promise<void> = Promise.resolve()
    let failure: Error | undefined
    const fail = (error: Error): void => {
      failure ??= error
      void taken.catch(() => undefined).then(() => reject(failure))
    }
    const stop = (): void => {
      const cancelled = new CuttingsError('cancelled')
      failure ??= cancelled
      if (task.type === 'merge') void worker.terminate().then(() => fail(cancelled))
      else {
        worker.postMessage('stop')
        fail(cancelled)
      }
    }
    signal.addEventListener('abort', stop, { once: true })
    worker.on('message', (made: FromTask) => {
      if (signal.aborted) return
      if (!(made instanceof Uint8Array)) return fail(errorOf(made))
      taken = taken.then(() => take(made))
      // Whoever waits for the whole is told; the worker need not go on.
      taken.catch(() => worker.postMessage('stop'))
    })
    worker.once('error', fail)
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      if (failure) return
      if (code === 0) taken.then(resolve, reject)
      else fail(new Error(`the making of segments ended with ${code}`))
    })
  })

/** Makes segments in workers, so that neither their work nor their garbage holds a query up. */
export const createSegmentWorker = (file: URL, start: WorkerStart): SegmentWork => ({
  build: (ids, take, signal) => runTask(file, start, { type: 'build', ids }, take, signal),
  merge: async (inputs, signal) => {
    let merged: Uint8Array | undefined
    const take = (bytes: Uint8Array): Promise<void> => {
      merged = bytes
      return Promise.resolve()
    }
    await runTask(file, start, { type: 'merge', inputs }, take, signal)
    if (!merged) throw new Error('a merge gave nothing')
    return merged
  },
})
