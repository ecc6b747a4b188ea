import type { ParserHandle, ParserRequest, StartParser } from '#core/parsing/types'
import type { FromCore } from './messages'
import type { CorePort } from './parentLink'

export interface RemoteParsers {
  readonly start: StartParser
  readonly started: (parser: number, port: CorePort) => void
  readonly ended: (parser: number) => void
}

interface RemoteParser {
  readonly handle: ParserHandle
  readonly join: (port: CorePort) => void
  readonly end: () => void
}

const createHandle = (kill: () => void): RemoteParser => {
  const waiting: ParserRequest[] = []
  const onMessage: ((message: unknown) => void)[] = []
  const onExit: (() => void)[] = []
  let port: CorePort | undefined
  return {
    handle: {
      post: (message) => {
        if (port) port.postMessage(message)
        else waiting.push(message)
      },
      onMessage: (listener) => void onMessage.push(listener),
      onExit: (listener) => void onExit.push(listener),
      kill,
    },
    join: (joined) => {
      port = joined
      joined.on('message', (event) => onMessage.forEach((listener) => listener(event?.data)))
      joined.start()
      for (const message of waiting.splice(0)) joined.postMessage(message)
    },
    end: () => {
      port?.close()
      for (const listener of onExit.splice(0)) listener()
    },
  }
}

/**
 * Parsers that the host starts on the core's behalf: in Electron only main can fork. Bytes go over a port of their own, past
 * the host.
 */
export const createRemoteParsers = (post: (message: FromCore) => void): RemoteParsers => {
  const parsers = new Map<number, RemoteParser>()
  let next = 0
  return {
    start: () => {
      const parser = next++
      const remote = createHandle(() => post({ type: 'parser-kill', parser }))
      parsers.set(parser, remote)
      post({ type: 'parser-start', parser })
      return remote.handle
    },
    started: (parser, port) => parsers.get(parser)?.join(port),
    ended: (parser) => {
      const remote = parsers.get(parser)
      parsers.delete(parser)
      remote?.end()
    },
  }
}
