import type { MessagePort } from 'node:worker_threads'
import type { InnerFile } from '../importers/types'
import { largestPart } from './types'
import type { ParserRequest } from './types'
import type { SupervisorMessage, WorkerMessage } from './workerMessages'

/** What is said about one file, from the worker's side. */
export interface Conversation {
  readonly read: (at: number, length: number) => Promise<Uint8Array>
  /** Hands a file inside over, part by part, each when the one before was taken. Throws what its parts throw. */
  readonly hand: (file: InnerFile) => Promise<void>
  /** Sends the answer's JSON, as fast as its parts leave. */
  readonly answer: (parts: Iterable<Uint8Array<ArrayBuffer>>) => Promise<void>
}

export type FileRequest = Extract<ParserRequest, { readonly type: 'file' }>

interface Waiting {
  readonly bytes: ((bytes: Uint8Array) => void)[]
  readonly taken: (() => void)[]
  readonly sent: (() => void)[]
}

const isEmpty = (bytes: Uint8Array): boolean => bytes.byteLength === 0

/** Cuts what an importer yields into parts that may travel, each with a buffer of its own. */
async function* travelParts(parts: InnerFile['parts']): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const part of parts)
    for (let at = 0; at < part.byteLength; at += largestPart)
      yield new Uint8Array(part.subarray(at, at + largestPart))
}

const createConversation = (port: MessagePort, { id }: FileRequest, waiting: Waiting): Conversation => {
  const post = (message: WorkerMessage, transfer: readonly ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer)
  const taken = (): Promise<void> => new Promise((resolve) => waiting.taken.push(resolve))
  const sent = (): Promise<void> => new Promise((resolve) => waiting.sent.push(resolve))
  const readPart = (at: number, length: number): Promise<Uint8Array> =>
    new Promise((resolve) => {
      waiting.bytes.push(resolve)
      post({ type: 'read', id, at, length })
    })
  return {
    read: async (at, length) => {
      if (length <= largestPart) return readPart(at, length)
      const whole = new Uint8Array(length)
      let count = 0
      while (count < length) {
        const part = await readPart(at + count, Math.min(largestPart, length - count))
        if (isEmpty(part)) break
        whole.set(part, count)
        count += part.byteLength
      }
      return whole.subarray(0, count)
    },
    hand: async ({ name, parts }) => {
      post({ type: 'inner', id, name })
      await taken()
      try {
        for await (const bytes of travelParts(parts)) {
          post({ type: 'inner-part', id, bytes, last: false }, [bytes.buffer])
          await taken()
        }
      } catch (error) {
        post({ type: 'inner-failed', id })
        await taken()
        throw error
      }
      post({ type: 'inner-part', id, bytes: new Uint8Array(0), last: true })
      await taken()
    },
    answer: async (parts) => {
      for (const json of parts) {
        post({ type: 'answer', id, json, last: false }, [json.buffer])
        await sent()
      }
      // The end is an empty part of its own: which one is the last is not known before.
      post({ type: 'answer', id, json: new Uint8Array(0), last: true })
    },
  }
}

/**
 * Calls `onFile` for each file that is asked for, one at a time, with what can be said about it. What comes for an earlier
 * file, whose importer had asked for more than it waited for, never goes to a later one.
 */
export const converse = (
  port: MessagePort,
  onFile: (request: FileRequest, conversation: Conversation) => Promise<void>,
): void => {
  let current: { readonly id: number; readonly waiting: Waiting } | undefined
  port.on('message', (message: SupervisorMessage) => {
    if (message.type === 'file') {
      const waiting: Waiting = { bytes: [], taken: [], sent: [] }
      current = { id: message.id, waiting }
      void onFile(message, createConversation(port, message, waiting))
    } else if (message.type === 'sent') current?.waiting.sent.shift()?.()
    else if (message.id !== current?.id) return
    else if (message.type === 'bytes') current.waiting.bytes.shift()?.(message.bytes)
    else current.waiting.taken.shift()?.()
  })
  port.postMessage({ type: 'ready' } satisfies WorkerMessage)
}
