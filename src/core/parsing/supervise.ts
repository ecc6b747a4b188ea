import { Worker } from 'node:worker_threads'
import { CuttingsError } from '#shared/errors'
import { encodeAnswer } from './encodeAnswer'
import type { ParentChannel } from './parentChannel'
import { memoryLimitMb } from './parserLimits'
import type { ParserRequest } from './types'

/** Milliseconds in which a last answer leaves the process. */
const farewell = 30

const isRequest = (message: unknown): message is ParserRequest =>
  typeof message === 'object' && message !== null && 'bytes' in message && message.bytes instanceof Uint8Array

/**
 * Ends this process at once. An orderly exit waits for the worker, which may be in the middle of filling a gigabyte.
 */
const endNow = (): void => {
  process.kill(process.pid, 'SIGKILL')
}

/**
 * The main thread of the parser process. It never looks into a file: it hands each to the worker and watches the memory
 * of the process, because heap limits do not count typed arrays and a utility process ignores its flags.
 */
export const supervise = (channel: ParentChannel, file: URL): void => {
  const startWorker = (): Worker =>
    new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 },
      env: {},
      stdout: true,
      stderr: true,
    })
  const base = process.memoryUsage.rss()
  const worker = startWorker()
  let current: number | undefined
  let ending = false

  const refuseForMemory = (): void => {
    if (ending) return
    ending = true
    if (current === undefined) return endNow()
    const error = new CuttingsError('parser-memory', { megabytes: memoryLimitMb }).toReport()
    const json = encodeAnswer({ type: 'refused', mediaType: 'application/octet-stream', error })
    channel.send({ id: current, json })
    setTimeout(endNow, farewell)
    void worker.terminate()
  }

  setInterval(() => {
    if (process.memoryUsage.rss() - base > memoryLimitMb * 1024 * 1024) refuseForMemory()
  }, 20)

  worker.on('message', (json: Uint8Array) => {
    if (ending || current === undefined) return
    const id = current
    current = undefined
    channel.send({ id, json })
  })
  worker.on('error', (error: Error & { readonly code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuseForMemory()
  })
  worker.on('exit', () => {
    if (!ending) endNow()
  })
  channel.onMessage((message) => {
    if (!isRequest(message) || current !== undefined) return endNow()
    current = message.id
    const { name, bytes } = message
    const own =
      bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer
        ? bytes
        : bytes.slice()
    worker.postMessage({ name, bytes: own }, [own.buffer as ArrayBuffer])
  })
}
