import { CuttingsError } from '#shared/errors'
import { parserLimits } from './parserLimits'
import type { ParserLimits } from './parserLimits'
import { createParserProcesses } from './parserProcesses'
import type { Parsed, ParseRequest, Parser, StartParser } from './types'

interface ParserDeps {
  readonly startParser: StartParser
  readonly limits?: ParserLimits
}

interface Job {
  readonly request: ParseRequest
  readonly resolve: (parsed: Parsed) => void
  readonly reject: (error: unknown) => void
}

/**
 * Reads files one after another in a process that can be killed, and is replaced after a number of files and whenever it
 * dies, takes too long or says something that is not an answer: each of these costs one file, and the next is read.
 */
export const createParser = ({ startParser, limits = parserLimits }: ParserDeps): Parser => {
  const processes = createParserProcesses(startParser, limits)
  const waiting: Job[] = []
  let current: Job | undefined
  let stopped: Job | undefined
  let closed = false

  /** Answered only when nothing of it is under way any more: whoever takes files inside may be in the middle of one. */
  const read = async (job: Job): Promise<void> => {
    const [done] = await Promise.allSettled([processes.read(job.request)])
    if (job === stopped) job.reject(new CuttingsError('cancelled'))
    else if (done.status === 'fulfilled') job.resolve(done.value)
    else job.reject(done.reason)
  }
  const stopCurrent = (): Promise<void> => {
    stopped = current
    return processes.retire()
  }

  const next = async (): Promise<void> => {
    if (current) return
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      current = job
      await read(job)
      current = undefined
    }
  }

  const cancel = (job: Job): void => {
    if (job === current) void stopCurrent()
    else {
      job.reject(new CuttingsError('cancelled'))
      const index = waiting.indexOf(job)
      if (index >= 0) waiting.splice(index, 1)
    }
  }

  const enqueue = (request: ParseRequest, signal: AbortSignal | undefined): Promise<Parsed> =>
    new Promise((resolve, reject) => {
      const abort = (): void => cancel(job)
      const job: Job = {
        request,
        resolve: (parsed) => {
          signal?.removeEventListener('abort', abort)
          resolve(parsed)
        },
        reject: (error) => {
          signal?.removeEventListener('abort', abort)
          reject(error)
        },
      }
      signal?.addEventListener('abort', abort)
      waiting.push(job)
      void next()
    })

  return {
    parse: async (request, signal) => {
      if (closed || signal?.aborted) throw new CuttingsError('cancelled')
      return enqueue(request, signal)
    },
    close: async () => {
      closed = true
      for (const job of waiting.splice(0)) job.reject(new CuttingsError('cancelled'))
      await stopCurrent()
    },
  }
}
