import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads'
import type { SearchEngine } from '#core/search/searchEngine'
import { failureOf } from './failures'
import type { Call, FromWorker, ToWorker } from './messages'

const answerCall = (engine: SearchEngine, call: Call, signal: AbortSignal): Promise<unknown> => {
  switch (call.name) {
    case 'query':
      return engine.query(call.asks, signal)
    case 'select':
      return engine.select(call.asks.text, call.asks.list, signal)
    case 'places':
      return engine.places(call.asks.text, call.asks.id, signal)
    case 'complete':
      return engine.complete(call.asks.text, call.asks.cursor, signal)
    case 'catchUp':
      return engine.catchUp().then(() => null)
    case 'rebuild':
      return engine.rebuild(signal)
  }
}

/** Answers calls that come by a port; while one is being answered, the engine asks by `listen` for what came meanwhile. */
export const serveSearch = (port: MessagePort, open: (listen: () => void) => Promise<SearchEngine>): void => {
  const listen = (): void => {
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
      receive(next.message as ToWorker)
  }
  const engine = open(listen)
  const running = new Map<number, AbortController>()
  const post = (message: FromWorker): void => port.postMessage(message)

  const serve = async (id: number, call: Call): Promise<void> => {
    const controller = new AbortController()
    running.set(id, controller)
    try {
      const opened = await engine
      post({ type: 'answer', id, answer: await answerCall(opened, call, controller.signal) })
    } catch (error) {
      post({ type: 'failure', id, failure: failureOf(error) })
    } finally {
      running.delete(id)
    }
  }

  const close = async (): Promise<void> => {
    for (const controller of running.values()) controller.abort()
    const opened = await engine
    await opened.close()
    port.close()
  }

  const receive = (message: ToWorker): void => {
    if (message.type === 'call') void serve(message.id, message.call)
    else if (message.type === 'cancel') running.get(message.id)?.abort()
    else void close()
  }
  port.on('message', receive)
}
