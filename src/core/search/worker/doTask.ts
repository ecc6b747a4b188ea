import { setImmediate as turn } from 'node:timers/promises'
import type { MessagePort } from 'node:worker_threads'
import { createAnalyser } from '#core/search/analysis/analyser'
import { buildSegments, mergeSegments } from '#core/search/index/segmentWork'
import type { DocumentSource } from '#core/search/types'
import { failureOf } from './failures'
import type { FromTask, SegmentTask } from './messages'

/** Does a task of segments and posts what it makes, or why it could not; ends early where the port says `stop`. */
export const doTask = async (
  port: MessagePort,
  task: SegmentTask,
  openSource: () => DocumentSource,
  mostDocuments?: number,
): Promise<void> => {
  let isStopped = false
  port.once('message', () => (isStopped = true))
  const post = (bytes: Uint8Array): void =>
    port.postMessage(bytes satisfies FromTask, [bytes.buffer as ArrayBuffer])
  try {
    if (task.type === 'merge') return post(mergeSegments(task.inputs))
    const source = openSource()
    try {
      for (const bytes of buildSegments(source, createAnalyser(), task.ids, mostDocuments)) {
        if (bytes) post(bytes)
        await turn()
        if (isStopped) return
      }
    } finally {
      source.close()
    }
  } catch (error) {
    port.postMessage(failureOf(error) satisfies FromTask)
  } finally {
    port.close()
  }
}
