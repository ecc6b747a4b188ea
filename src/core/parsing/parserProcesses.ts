import { CuttingsError } from '#shared/errors'
import type { ErrorCode, ErrorDetails } from '#shared/errors'
import type { ParserLimits } from './parserLimits'
import { startParserProcess } from './parserProcess'
import type { ParserProcess } from './parserProcess'
import type { Parsed, ParseRequest, StartParser } from './types'

/**
 * Files before the end of its service at which a process's successor is started: nobody waits for its quarter of a second
 * then. It has read nothing before.
 */
const startedAhead = 10

/** Reads one file at a time in the process of the moment, which is replaced when it has served, or failed. */
export interface ParserProcesses {
  readonly read: (request: ParseRequest) => Promise<Parsed>
  /** Kills it, and one that stands by; a file that is being read is answered with `parser-died`. Resolves when it is gone. */
  readonly retire: () => Promise<void>
}

const refused = (code: ErrorCode, details: ErrorDetails = {}): Parsed => ({
  type: 'refused',
  mediaType: 'application/octet-stream',
  error: new CuttingsError(code, details).toReport(),
})

/** A process that answers this ends itself a moment later. */
const isLast = (answer: Parsed): boolean => answer.type === 'refused' && answer.error.code === 'parser-memory'

export const createParserProcesses = (startParser: StartParser, limits: ParserLimits): ParserProcesses => {
  let child: ParserProcess | undefined
  let spare: ParserProcess | undefined
  let files = 0
  let lastId = 0

  const retire = async (): Promise<void> => {
    const retired = [child, spare].filter((one) => one !== undefined)
    child = undefined
    spare = undefined
    for (const one of retired) one.kill()
    await Promise.all(retired.map((one) => one.ended))
  }

  const start = (): ParserProcess => startParserProcess(startParser, limits)

  const prepareSpare = (): void => {
    if (spare || files !== limits.filesPerProcess - startedAhead) return
    try {
      spare = start()
    } catch {
      // Told of the file that needs it, if none can be started then either.
    }
  }

  const livingChild = (): ParserProcess => {
    if (child && (!child.isAlive() || files >= limits.filesPerProcess)) {
      child.kill()
      child = undefined
    }
    if (!child) {
      child = spare?.isAlive() ? spare : start()
      spare = undefined
      files = 0
    }
    files += 1
    prepareSpare()
    return child
  }

  const startOne = (): ParserProcess | undefined => {
    try {
      return livingChild()
    } catch {
      // No process could be started: that is told of the file, as if one had died over it.
      return undefined
    }
  }

  return {
    read: async (request) => {
      const process = startOne()
      if (!process) return refused('parser-died')
      const ended = await process.ask((lastId += 1), request)
      if (ended.end === 'answer') {
        if (isLast(ended.answer)) process.kill()
        return ended.answer
      }
      process.kill()
      if (ended.end === 'failed') throw ended.error
      return ended.end === 'late'
        ? refused('parser-time', { seconds: ended.seconds })
        : refused('parser-died')
    },
    retire,
  }
}
