import { Worker } from 'node:worker_threads'
import type { IndexState } from '#shared/contract/library'
import { CuttingsError } from '#shared/errors'
import { errorOf } from './failures'
import type { Call, FromWorker, ToWorker, WorkerStart } from './messages'

/** A worker and the calls that wait for its answer. */
export interface WorkerLink {
  readonly call: (call: Call, signal?: AbortSignal) => Promise<unknown>
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * Milliseconds that a worker has to come to its end. It breaks off what it does at once, but for what it is writing to the disk; where
 * that takes longer, it is cut off as by a kill, which loses nothing that was acknowledged.
 */
const patience = 10_000

/**
 * Starts the worker. When it dies, the calls in flight reject with `core-gone` and `onGone` is told; where `close` ended it
 * nobody is.
 */
export const startWorker = (
  path: string,
  start: WorkerStart,
  listeners: { readonly onState: (state: IndexState) => void; readonly onGone: () => void },
): WorkerLink => {
  const worker = new Worker(path, { workerData: start })
  const waiting = new Map<number, Waiting>()
  let last = 0
  let closing = false
  let gone = false

  const post = (message: ToWorker): void => worker.postMessage(message)
  const take = (id: number): Waiting | undefined => {
    const found = waiting.get(id)
    waiting.delete(id)
    return found
  }

  worker.on('message', (message: FromWorker) => {
    if (message.type === 'state') listeners.onState(message.state)
    else if (message.type === 'answer') take(message.id)?.resolve(message.answer)
    else take(message.id)?.reject(errorOf(message.failure))
  })
  const ended = new Promise<void>((resolve) => {
    // The error event says why a worker ended; `exit` follows it and settles everything.
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      gone = true
      for (const id of [...waiting.keys()])
        take(id)?.reject(new CuttingsError(closing ? 'cancelled' : 'core-gone'))
      if (!closing) listeners.onGone()
      resolve()
    })
  })

  return {
    call: (call, signal) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(new CuttingsError('core-gone'))
        if (signal?.aborted) return reject(new CuttingsError('cancelled'))
        const id = ++last
        const cancel = (): void => {
          if (!take(id)) return
          post({ type: 'cancel', id })
          reject(new CuttingsError('cancelled'))
        }
        // A signal that outlives its calls, as that of a long job does, must not collect them.
        const settle =
          <Value>(tell: (value: Value) => void) =>
          (value: Value): void => {
            signal?.removeEventListener('abort', cancel)
            tell(value)
          }
        waiting.set(id, { resolve: settle(resolve), reject: settle(reject) })
        signal?.addEventListener('abort', cancel, { once: true })
        post({ type: 'call', id, call })
      }),
    close: async () => {
      if (closing || gone) return ended
      closing = true
      post({ type: 'close' })
      const late = setTimeout(() => void worker.terminate(), patience)
      await ended
      clearTimeout(late)
    },
  }
}
