import { askProcess, type Asking, type Ended } from './askProcess'
import type { ParserLimits } from './parserLimits'
import { readMessage } from './readMessage'
import type { ParseRequest, StartParser } from './types'

/** Seconds in which a process that was started says that it is there. */
const startSeconds = 30

/** One process, asked one thing at a time. */
export interface ParserProcess {
  readonly ask: (id: number, request: ParseRequest) => Promise<Ended>
  readonly kill: () => void
  readonly isAlive: () => boolean
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>
}

export const startParserProcess = (startParser: StartParser, limits: ParserLimits): ParserProcess => {
  const handle = startParser()
  let alive = true
  let ready = false
  let asking: Asking | undefined
  let begin: (() => void) | undefined
  const giveUp = (): void => {
    alive = false
    asking?.give({ end: 'nothing' })
    begin?.()
  }
  handle.onMessage((foreign) => {
    const message = readMessage(foreign)
    if (!ready && message?.type === 'ready') {
      ready = true
      begin?.()
    } else asking?.take(message)
  })
  const ended = new Promise<void>((resolve) => {
    handle.onExit(() => {
      giveUp()
      resolve()
    })
  })
  /** The clock of a file runs from when the process is there to read it; one that never comes is late as well. */
  const awaitReady = (): Promise<void> => {
    if (ready || !alive) return Promise.resolve()
    return new Promise((resolve) => {
      const late = setTimeout(resolve, startSeconds * 1000)
      begin = () => {
        clearTimeout(late)
        begin = undefined
        resolve()
      }
    })
  }
  return {
    ask: async (id, request) => {
      await awaitReady()
      if (!alive || !ready) return { end: 'nothing' }
      asking = askProcess({ id, request, limits, post: (message) => handle.post(message) })
      const end = await asking.ended
      asking = undefined
      return end
    },
    kill: () => {
      handle.kill()
      giveUp()
    },
    isAlive: () => alive,
    ended,
  }
}
