import { isMainThread, parentPort } from 'node:worker_threads'
import type { Importer } from '../importers/types'
import { answerRequest } from './answerRequest'
import { encodeAnswer } from './encodeAnswer'
import { createParentChannel } from './parentChannel'
import { supervise } from './supervise'

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
  port.on('message', ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) => {
    const json = encodeAnswer(answerRequest(importers, bytes, name))
    port.postMessage(json, [json.buffer])
  })
}
