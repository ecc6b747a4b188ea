import { Worker } from 'node:worker_threads'
import { CuttingsError } from '#shared/errors'
import { encodeAnswer } from './encodeAnswer'
import { watchMemory } from './memoryWatch'
import type { ParentChannel } from './parentChannel'
import { memoryLimitMb } from './parserLimits'
import type { ParserAnswer, ParserRequest } from './types'
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

const isRequest = (message: unknown): message is ParserRequest =>
  typeof message === 'object' && message !== null && 'type' in message && 'id' in message

/**
 * The main thread of the parser process. It never looks into a file: it carries messages between its worker and whoever
 * asked, and watches the memory of the process, because heap limits do not count typed arrays and a utility process
 * ignores its flags. Whatever else goes wrong ends the process, which is answer enough.
 */
export const supervise = (channel: ParentChannel, file: URL): void => {
  const worker = startWorker(file)
  let current: number | undefined
  let ending = false

  const refuseForMemory = (): void => {
    if (ending) return
    ending = true
    if (current === undefined) return endNow()
    for (const json of encodeAnswer(tooMuchMemory()))
      channel.send({ type: 'answer', id: current, json, last: true })
    setTimeout(endNow, farewell)
    void worker.terminate()
  }

  const toWorker = (message: unknown): void => {
    if (ending) return
    if (!isRequest(message)) return endNow()
    if (message.type === 'file') current = message.id
    worker.postMessage(message satisfies SupervisorMessage)
  }

  worker.on('message', (message: WorkerMessage) => {
    if (ending) return
    if (message.type === 'ready') {
      watchMemory(refuseForMemory)
      channel.onMessage(toWorker)
      channel.send(message)
      return
    }
    if (message.type !== 'answer') return channel.send(message)
    if (message.last) current = undefined
    channel.send(message, () => {
      if (!message.last) worker.postMessage({ type: 'sent' } satisfies SupervisorMessage)
    })
  })
  worker.on('error', (error: Error & { readonly code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuseForMemory()
  })
  worker.on('exit', () => {
    if (!ending) endNow()
  })
}
