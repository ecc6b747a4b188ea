import { isMainThread, parentPort } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import type { Importer } from '../importers/types'
import { answerRequest } from './answerRequest'
import { encodeAnswer } from './encodeAnswer'
import { createParentChannel } from './parentChannel'
import { supervise } from './supervise'
import type { WorkerFile, WorkerMessage } from './workerMessages'

const post = (port: MessagePort, message: WorkerMessage): void =>
  port.postMessage(message, message.type === 'part' ? [message.json.buffer] : [])

/** The end is a part of its own, empty: which part is the last is not known before. */
const answer = (port: MessagePort, importers: readonly Importer[], { name, bytes }: WorkerFile): void => {
  for (const json of encodeAnswer(answerRequest(importers, bytes, name)))
    post(port, { type: 'part', json, last: false })
  post(port, { type: 'part', json: new Uint8Array(0), last: true })
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
  const port = parentPort
  const importers = await loadImporters()
  port.on('message', (message: WorkerFile) => answer(port, importers, message))
  post(port, { type: 'ready' })
}
