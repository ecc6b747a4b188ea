import type { Frame } from './messages'
import type { CorePort } from './parentLink'

export interface VirtualPorts {
  readonly open: (line: number) => CorePort
  readonly receive: (line: number, frame: Frame) => void
  readonly end: (line: number) => void
}

interface VirtualPort {
  readonly port: CorePort
  readonly emit: (event: string, data?: unknown) => void
}

const createVirtualPort = (send: (frame: Frame) => void, close: () => void): VirtualPort => {
  const listeners: { event: string; listener: (event?: { readonly data: unknown }) => void }[] = []
  return {
    emit: (event, data) => {
      for (const entry of listeners) if (entry.event === event) entry.listener({ data })
    },
    port: {
      on: (event, listener) => void listeners.push({ event, listener }),
      postMessage: (data) => send(data as Frame),
      start: () => undefined,
      close,
    },
  }
}

/** Ports whose frames travel as messages between host and core, for hosts that cannot hand over a port. */
export const createVirtualPorts = (
  send: (message: { type: 'frame'; line: number; frame: Frame } | { type: 'line-end'; line: number }) => void,
): VirtualPorts => {
  const ports = new Map<number, VirtualPort>()
  const end = (line: number): void => {
    const entry = ports.get(line)
    ports.delete(line)
    entry?.emit('close')
  }
  return {
    open: (line) => {
      const entry = createVirtualPort(
        (frame) => {
          if (ports.has(line)) send({ type: 'frame', line, frame })
        },
        () => {
          if (!ports.has(line)) return
          send({ type: 'line-end', line })
          end(line)
        },
      )
      ports.set(line, entry)
      return entry.port
    },
    receive: (line, frame) => ports.get(line)?.emit('message', frame),
    end,
  }
}
