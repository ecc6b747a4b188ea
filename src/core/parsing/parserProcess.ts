import { createAnswerReader } from './answerReader'
import type { AnswerSoFar } from './answerReader'
import type { Parsed, ParserHandle, StartParser } from './types'

/** One process, asked one thing at a time. */
export interface ParserProcess {
  /** The answer; undefined where the process ended, was killed, or said something that is not an answer. */
  readonly ask: (id: number, name: string, bytes: Uint8Array) => Promise<Parsed | undefined>
  readonly kill: () => void
  readonly isAlive: () => boolean
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>
}

interface Question {
  readonly read: (message: unknown) => AnswerSoFar
  readonly send: () => void
  readonly resolve: (parsed: Parsed | undefined) => void
}

const partSize = 1024 * 1024

const isReady = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready'

/** Sends a file in parts, each a copy of its own: a part of a larger buffer would take the whole along. */
export const sendFile = (handle: ParserHandle, id: number, name: string, bytes: Uint8Array): void => {
  handle.post({ type: 'file', id, name, size: bytes.byteLength })
  for (let from = 0; from < bytes.byteLength; from += partSize)
    handle.post({ type: 'part', id, bytes: bytes.slice(from, from + partSize) })
}

export const startParserProcess = (startParser: StartParser): ParserProcess => {
  const handle = startParser()
  let alive = true
  let ready = false
  let asked: Question | undefined
  const settle = (parsed: Parsed | undefined): void => {
    const question = asked
    asked = undefined
    question?.resolve(parsed)
  }
  handle.onMessage((message) => {
    if (!ready && isReady(message)) {
      ready = true
      asked?.send()
      return
    }
    const answer = asked?.read(message) ?? 'nonsense'
    if (answer !== 'more') settle(answer === 'nonsense' ? undefined : answer)
  })
  const ended = new Promise<void>((resolve) => {
    handle.onExit(() => {
      alive = false
      settle(undefined)
      resolve()
    })
  })
  return {
    ask: (id, name, bytes) =>
      new Promise((resolve) => {
        const send = (): void => sendFile(handle, id, name, bytes)
        asked = { read: createAnswerReader(id), send, resolve }
        if (!alive) settle(undefined)
        else if (ready) send()
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
