import { CuttingsError } from '#shared/errors'
import type { ErrorCode, ErrorDetails } from '#shared/errors'
import { parserLimits, secondsFor } from './parserLimits'
import type { ParserLimits } from './parserLimits'
import { startParserProcess } from './parserProcess'
import type { ParserProcess } from './parserProcess'
import type { Parsed, Parser, StartParser } from './types'

interface ParserDeps {
  readonly startParser: StartParser
  readonly limits?: ParserLimits
}

interface Job {
  readonly name: string
  readonly bytes: Uint8Array
  readonly resolve: (parsed: Parsed) => void
  readonly reject: (error: CuttingsError) => void
}

const refused = (code: ErrorCode, details: ErrorDetails = {}): Parsed => ({
  type: 'refused',
  mediaType: 'application/octet-stream',
  error: new CuttingsError(code, details).toReport(),
})

/** A process that answers this ends itself a moment later. */
const isLast = (answer: Parsed): boolean => answer.type === 'refused' && answer.error.code === 'parser-memory'

/**
 * Reads files one after another in a process that can be killed, and is replaced after a number of files and whenever it
 * dies, takes too long or says something that is not an answer: each of these costs one file, and the next is read.
 */
export const createParser = ({ startParser, limits = parserLimits }: ParserDeps): Parser => {
  const waiting: Job[] = []
  let current: Job | undefined
  let child: ParserProcess | undefined
  let files = 0
  let lastId = 0
  let closed = false

  const retire = (): void => {
    child?.kill()
    child = undefined
  }

  const livingChild = (): ParserProcess => {
    if (child && (!child.isAlive() || files >= limits.filesPerProcess)) retire()
    if (!child) {
      child = startParserProcess(startParser)
      files = 0
    }
    files += 1
    return child
  }

  const read = async ({ name, bytes }: Job): Promise<Parsed> => {
    const size = bytes.byteLength
    if (size > limits.bytes)
      return refused('too-large', { bytes: size, format: 'any file', limit: limits.bytes })
    const process = livingChild()
    const seconds = secondsFor(size, limits)
    let late = false
    const timer = setTimeout(() => {
      late = true
      retire()
    }, seconds * 1000)
    const answer = await process.ask((lastId += 1), name, bytes)
    clearTimeout(timer)
    if (late) return refused('parser-time', { seconds: Math.ceil(seconds) })
    if (!answer || isLast(answer)) process.kill()
    return answer ?? refused('parser-died')
  }

  const next = async (): Promise<void> => {
    if (current) return
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      current = job
      job.resolve(await read(job).catch(() => refused('parser-died')))
      current = undefined
    }
  }

  const cancel = (job: Job): void => {
    job.reject(new CuttingsError('cancelled'))
    const index = waiting.indexOf(job)
    if (index >= 0) waiting.splice(index, 1)
    else if (job === current) retire()
  }

  return {
    parse: (name, bytes, signal) =>
      new Promise<Parsed>((resolve, reject) => {
        if (closed || signal?.aborted) return reject(new CuttingsError('cancelled'))
        const abort = (): void => cancel(job)
        const job: Job = {
          name,
          bytes,
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
      }),
    close: async () => {
      closed = true
      const ended = child?.ended
      for (const job of waiting.splice(0)) cancel(job)
      if (current) cancel(current)
      retire()
      await ended
    },
  }
}
