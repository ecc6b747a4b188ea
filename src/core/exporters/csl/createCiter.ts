import { Worker } from 'node:worker_threads'
import { CuttingsError } from '#shared/errors'
import type { Cited, CiteRequest, CitingAnswer, CitingQuestion, StyleFacts } from './citing'

export interface Citer {
  /** Throws `style-unreadable`, `style-slow`, and `cancelled` where it was not begun when the signal was aborted. */
  readonly cite: (request: CiteRequest, signal?: AbortSignal) => Promise<Cited>
  /** What a `.csl` file says of itself, once it was seen to work. Throws as `cite` does. */
  readonly check: (xml: string) => Promise<StyleFacts>
  readonly close: () => Promise<void>
}

export interface CiterOptions {
  /** The built worker (`out/main/bibliography.js`). */
  readonly workerPath: string
  /** For one question: a style is foreign, and may be made to take for ever. */
  readonly seconds?: number
}

type Question = CitingQuestion extends infer One ? (One extends unknown ? Omit<One, 'id'> : never) : never

const megabytes = 512

/**
 * Cites in a worker that stays, so that a preview follows what is typed: one question after another, each within its time.
 * A worker that takes longer, or more memory, is ended, and the next question starts another.
 */
export const createCiter = ({ workerPath, seconds = 10 }: CiterOptions): Citer => {
  let worker: Worker | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let count = 0

  const start = (): Worker => {
    const started = new Worker(workerPath, {
      workerData: null,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    // Memory may run out while it is being ended for its time: nobody asks any more, and the process must not end with it.
    started.on('error', () => undefined)
    started.unref()
    return started
  }

  const end = async (): Promise<void> => {
    const ended = worker
    worker = undefined
    await ended?.terminate()
  }

  const ask = (question: Question): Promise<CitingAnswer> =>
    new Promise((resolve, reject) => {
      const asked = (worker ??= start())
      const id = (count += 1)
      const finish = (): void => {
        clearTimeout(timer)
        asked.off('message', take)
        asked.off('error', fail)
        asked.off('exit', gone)
      }
      const take = (answer: CitingAnswer): void => {
        if (answer.id !== id) return
        finish()
        resolve(answer)
      }
      const give = (error: CuttingsError): void => {
        finish()
        void end()
        reject(error)
      }
      const fail = (cause: Error): void => {
        const reason =
          'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? `it takes more than ${megabytes} MB of memory`
            : 'the processor ended over it'
        give(new CuttingsError('style-unreadable', { reason }, { cause }))
      }
      const gone = (): void => give(new CuttingsError('cancelled'))
      const timer = setTimeout(() => give(new CuttingsError('style-slow', { seconds })), seconds * 1000)
      asked.on('message', take)
      asked.once('error', fail)
      asked.once('exit', gone)
      asked.postMessage({ ...question, id })
    })

  const next = async <Value>(
    question: Question,
    read: (answer: CitingAnswer) => Value | undefined,
    signal?: AbortSignal,
  ): Promise<Value> => {
    const before = turn
    const mine = (async () => {
      await before.catch(() => undefined)
      if (signal?.aborted) throw new CuttingsError('cancelled')
      return ask(question)
    })()
    turn = mine.catch(() => undefined)
    const answer = await mine
    const value = read(answer)
    if (value !== undefined) return value
    const reason = 'refusal' in answer ? answer.refusal : 'it gave no answer'
    throw new CuttingsError('style-unreadable', { reason })
  }

  return {
    cite: (request, signal) =>
      next({ type: 'cite', request }, (answer) => ('cited' in answer ? answer.cited : undefined), signal),
    check: (xml) => next({ type: 'check', xml }, (answer) => ('facts' in answer ? answer.facts : undefined)),
    close: end,
  }
}
