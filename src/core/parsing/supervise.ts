import { Worker } from 'node:worker_threads'
import { CuttingsError } from '#shared/errors'
import { encodeAnswer } from './encodeAnswer'
import { addPart, beginFile } from './incomingFile'
import type { IncomingFile } from './incomingFile'
import { watchMemory } from './memoryWatch'
import type { ParentChannel } from './parentChannel'
import { memoryLimitMb } from './parserLimits'
import type { ParserAnswer } from './types'
import type { SupervisorMessage, WorkerMessage } from './workerMessages'

/** Milliseconds in which a last answer leaves the process. */
const farewell = 30

/** An orderly exit would wait for the worker, which may be in the middle of filling a gigabyte. */
const endNow = (): void => {
  process.kill(process.pid, 'SIGKILL')
}

const tooMuchMemory = (): ParserAnswer => ({
  type: 'refused',
  mediaType: 'application/octet-stream',
  error: new CuttingsError('parser-memory', { megabytes: memoryLimitMb }).toReport(),
})

const startWorker = (file: URL): Worker =>
  new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 },
    env: {},
    stdout: true,
    stderr: true,
  })

/**
 * The main thread of the parser process. It never looks into a file: it hands each to the worker and watches the memory
 * of the process, because heap limits do not count typed arrays and a utility process ignores its flags. Whatever else
 * goes wrong ends the process, which is answer enough.
 */
export const supervise = (channel: ParentChannel, file: URL): void => {
  const worker = startWorker(file)
  let current: IncomingFile | undefined
  let ending = false

  const refuseForMemory = (): void => {
    if (ending) return
    ending = true
    if (!current) return endNow()
    const { id } = current
    for (const json of encodeAnswer(tooMuchMemory())) channel.send({ type: 'answer', id, json, last: true })
    setTimeout(endNow, farewell)
    void worker.terminate()
  }

  const hand = (incoming: IncomingFile): void => {
    const { name, bytes } = incoming
    const message: SupervisorMessage = { type: 'file', name, bytes }
    worker.postMessage(message, [bytes.buffer])
  }

  const take = (message: unknown): void => {
    const incoming = current ?? beginFile(message)
    if (!incoming || (current && !addPart(incoming, message))) return endNow()
    current = incoming
    if (incoming.length === incoming.bytes.byteLength) hand(incoming)
  }

  worker.on('message', (message: WorkerMessage) => {
    if (ending) return
    if (message.type === 'ready') {
      watchMemory(refuseForMemory)
      channel.onMessage(take)
      channel.send({ type: 'ready' })
    } else if (current) {
      const { json, last } = message
      const { id } = current
      if (last) current = undefined
      channel.send({ type: 'answer', id, json, last }, () => {
        if (!last) worker.postMessage({ type: 'more' } satisfies SupervisorMessage)
      })
    }
  })
  worker.on('error', (error: Error & { readonly code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuseForMemory()
  })
  worker.on('exit', () => {
    if (!ending) endNow()
  })
}
