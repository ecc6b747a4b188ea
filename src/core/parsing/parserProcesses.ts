import { CuttingsError } from '#shared/errors'
import type { ErrorCode, ErrorDetails } from '#shared/errors'
import { secondsFor } from './parserLimits'
import type { ParserLimits } from './parserLimits'
import { startParserProcess } from './parserProcess'
import type { ParserProcess } from './parserProcess'
import type { Parsed, StartParser } from './types'

/** Reads one file at a time in the process of the moment, which is replaced when it has served, or failed. */
export interface ParserProcesses {
  readonly read: (name: string, bytes: Uint8Array) => Promise<Parsed>
  /** Kills the process; a file that is being read is answered with `parser-died`. Resolves when it is gone. */
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
  let files = 0
  let lastId = 0

  const retire = async (): Promise<void> => {
    const retired = child
    child = undefined
    retired?.kill()
    await retired?.ended
  }

  const livingChild = (): ParserProcess => {
    if (child && (!child.isAlive() || files >= limits.filesPerProcess)) void retire()
    if (!child) {
      child = startParserProcess(startParser)
      files = 0
    }
    files += 1
    return child
  }

  const ask = async (name: string, bytes: Uint8Array): Promise<Parsed> => {
    const process = livingChild()
    const seconds = secondsFor(bytes.byteLength, limits)
    let late = false
    const timer = setTimeout(() => {
      late = true
      void retire()
    }, seconds * 1000)
    const answer = await process.ask((lastId += 1), name, bytes)
    clearTimeout(timer)
    if (late) return refused('parser-time', { seconds: Math.ceil(seconds) })
    if (!answer || isLast(answer)) process.kill()
    return answer ?? refused('parser-died')
  }

  return {
    read: async (name, bytes) => {
      const size = bytes.byteLength
      if (size > limits.bytes)
        return refused('too-large', { bytes: size, format: 'any file', limit: limits.bytes })
      // What is caught is that no process could be started, or that a message could not be sent.
      return ask(name, bytes).catch(() => refused('parser-died'))
    },
    retire,
  }
}
