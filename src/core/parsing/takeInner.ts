import type { ParserMessage, ParseRequest } from './types'
import { createPartQueue, CutShort, type PartQueue } from './partQueue'

export type InnerMessage = Extract<ParserMessage, { type: 'inner' | 'inner-part' | 'inner-failed' }>

/** Files inside that a process hands over, one after another. */
export interface InnerTaking {
  /** What is to be done for this message; undefined where it makes no sense now. */
  readonly stepFor: (message: InnerMessage) => (() => Promise<void>) | undefined
  /** Whether a file inside has begun and not ended. */
  readonly isOpen: () => boolean
  /** Nothing more comes; resolves when nobody takes anything any more. */
  readonly cut: () => Promise<void>
}

export interface InnerTakingOptions {
  readonly onInner: ParseRequest['onInner']
  /** Tells the process that it may go on. */
  readonly tellTaken: () => void
  readonly onBytes: (bytes: number) => void
  /** What whoever takes files inside throws. */
  readonly onFault: (error: unknown) => void
}

const passCutShort = (error: unknown): void => {
  if (!(error instanceof CutShort)) throw error
}

export const createInnerTaking = ({
  onInner,
  tellTaken,
  onBytes,
  onFault,
}: InnerTakingOptions): InnerTaking => {
  let open: PartQueue | undefined
  /** Whoever takes the file inside that came last. */
  let consumed: Promise<void> = Promise.resolve()

  const begin = (name: string): Promise<void> => {
    const parts = createPartQueue(tellTaken)
    open = parts
    const taker = onInner?.({ kind: 'file', name, parts: parts.iterable }) ?? Promise.resolve()
    consumed = taker.then(() => parts.skipRest())
    consumed.catch(passCutShort).catch(onFault)
    tellTaken()
    return Promise.resolve()
  }

  /** The rest of a file inside can't be read: whoever takes it is told, and has to throw it away. */
  const fail = async (parts: PartQueue): Promise<void> => {
    open = undefined
    parts.fail()
    await consumed.catch(passCutShort)
    tellTaken()
  }

  const end = async (parts: PartQueue): Promise<void> => {
    open = undefined
    parts.end()
    await consumed
    tellTaken()
  }

  return {
    stepFor: (message) => {
      if (message.type === 'inner') return open ? undefined : () => begin(message.name)
      const parts = open
      if (!parts) return undefined
      if (message.type === 'inner-failed') return () => fail(parts)
      onBytes(message.bytes.byteLength)
      if (!message.last) return () => parts.put(message.bytes)
      return message.bytes.byteLength === 0 ? () => end(parts) : undefined
    },
    isOpen: () => open !== undefined,
    cut: () => {
      open?.fail()
      return consumed.catch(() => undefined)
    },
  }
}
