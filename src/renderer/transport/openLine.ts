import type { Greeting } from '#shared/bridge'
import type { ErrorReport } from '#shared/errors'
import type { LostReason } from './types'

/** What a port and a socket have in common. */
export interface Wire {
  readonly send: (data: string | Uint8Array<ArrayBuffer>) => void
  readonly onMessage: (listener: (data: unknown) => void) => void
  readonly onEnd: (listener: () => void) => void
  readonly close: () => void
}

/** A wire whose other end has said that it serves us. `port` is what the RPC link speaks over. */
export interface OpenLine {
  readonly port: Pick<MessagePort, 'addEventListener' | 'postMessage'>
  readonly onLost: (listener: (reason: LostReason) => void) => void
  readonly close: () => void
}

/** The other end said why it does not serve us; or it said nothing and went. */
export class LineRefused extends Error {
  override readonly name = 'LineRefused'

  constructor(readonly report: ErrorReport | undefined) {
    super(report?.message ?? 'the line ended before it was greeted')
  }
}

const greetingOf = (data: unknown): Greeting | undefined => {
  if (typeof data !== 'string' || !data.startsWith('{"greeting":')) return undefined
  return JSON.parse(data) as Greeting
}

/** The part of a MessagePort that the RPC link uses, over any wire; greetings never reach it. */
const createPort = (wire: Wire) => {
  const target = new EventTarget()
  return {
    port: {
      addEventListener: target.addEventListener.bind(target) as MessagePort['addEventListener'],
      postMessage: (data: string | Uint8Array<ArrayBuffer>) => wire.send(data),
    },
    receive: (data: unknown) => target.dispatchEvent(new MessageEvent('message', { data })),
    end: () => target.dispatchEvent(new Event('close')),
  }
}

/**
 * Waits until the other end says that it serves this line; rejects with LineRefused. Afterwards the end of the wire fails
 * the calls in flight before anyone is told that it was lost.
 */
export const openLine = (wire: Wire): Promise<OpenLine> =>
  new Promise((resolve, reject) => {
    const { port, receive, end } = createPort(wire)
    const listeners: ((reason: LostReason) => void)[] = []
    let ended: LostReason | undefined
    const leave = (reason: LostReason): void => {
      if (ended) return
      ended = reason
      reject(new LineRefused(undefined))
      end()
      for (const listener of listeners) listener(reason)
    }
    const onLost = (listener: (reason: LostReason) => void): void => {
      if (ended) listener(ended)
      else listeners.push(listener)
    }
    const close = (): void => {
      wire.close()
      leave('switched')
    }
    wire.onMessage((data) => {
      const greeting = greetingOf(data)
      if (!greeting) receive(data)
      else if (greeting.greeting === 'ready') resolve({ port, onLost, close })
      else if (greeting.greeting === 'refused') reject(new LineRefused(greeting.error))
      else leave('switched')
    })
    wire.onEnd(() => leave('crashed'))
  })
