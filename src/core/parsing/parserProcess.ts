import { decodeAnswer } from './decodeAnswer'
import type { Parsed, ParserRequest, StartParser } from './types'

/** One process, asked one thing at a time. */
export interface ParserProcess {
  /** The answer; undefined where the process ended, was killed, or said something that is not an answer. */
  readonly ask: (request: ParserRequest) => Promise<Parsed | undefined>
  readonly kill: () => void
  readonly isAlive: () => boolean
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>
}

export const startParserProcess = (startParser: StartParser): ParserProcess => {
  const handle = startParser()
  let alive = true
  let asked: { readonly id: number; readonly answer: (parsed: Parsed | undefined) => void } | undefined
  const settle = (parsed: Parsed | undefined): void => {
    const { answer } = asked ?? {}
    asked = undefined
    answer?.(parsed)
  }
  handle.onMessage((message) => {
    if (asked) settle(decodeAnswer(message, asked.id))
  })
  const ended = new Promise<void>((resolve) => {
    handle.onExit(() => {
      alive = false
      settle(undefined)
      resolve()
    })
  })
  return {
    ask: (request) =>
      new Promise((resolve) => {
        asked = { id: request.id, answer: resolve }
        if (alive) handle.post(request)
        else settle(undefined)
      }),
    kill: () => {
      alive = false
      handle.kill()
      settle(undefined)
    },
    isAlive: () => alive,
    ended,
  }
}
