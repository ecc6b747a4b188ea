import { isMainThread, parentPort } from 'node:worker_threads'
import type { Importer } from '../importers/types'
import type { PictureReader } from '../pictures/types'
import { answerRequest } from './answerRequest'
import { converse } from './conversation'
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
  loadPictures: () => Promise<PictureReader>,
): Promise<void> => {
  if (isMainThread || !parentPort) return supervise(createParentChannel(), file)
  const importers = await loadImporters()
  let loading: Promise<PictureReader> | undefined
  const pictures = (): Promise<PictureReader> => (loading ??= loadPictures())
  converse(parentPort, async (request, conversation) => {
    await conversation.answer(
      encodeAnswer(await answerRequest({ importers, pictures }, request, conversation)),
    )
  })
}
