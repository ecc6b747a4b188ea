import { isMainThread, parentPort } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import type { Importer } from '../importers/types'
import { answerRequest } from './answerRequest'
import { encodeAnswer } from './encodeAnswer'
import { createParentChannel } from './parentChannel'
import { supervise } from './supervise'
import type { SupervisorMessage, WorkerMessage } from './workerMessages'

const post = (port: MessagePort, message: WorkerMessage): void =>
  port.postMessage(message, message.type === 'part' ? [message.json.buffer] : [])

/** Reads the files that come, and lets each answer out part by part, as fast as the parts are taken. */
const work = (port: MessagePort, importers: readonly Importer[]): void => {
  let parts: Iterator<Uint8Array<ArrayBuffer>> | undefined
  port.on('message', (message: SupervisorMessage) => {
    if (message.type === 'file') parts = encodeAnswer(answerRequest(importers, message.bytes, message.name))
    const next = parts?.next()
    // The end is an empty part of its own: which one is the last is not known before.
    if (!next || next.done) post(port, { type: 'part', json: new Uint8Array(0), last: true })
    else post(port, { type: 'part', json: next.value, last: false })
  })
  post(port, { type: 'ready' })
}

/**
 * What the parser's file does, in both of its threads: `file` is that file itself. Only the worker loads the importers,
 * so that the supervisor stays small.
 */
export const runParser = async (
  file: URL,
  loadImporters: () => Promise<readonly Importer[]>,
): Promise<void> => {
  if (isMainThread || !parentPort) return supervise(createParentChannel(), file)
  work(parentPort, await loadImporters())
}
