import type { InnerFile } from '../importers/types'
import type { ProcessMessage } from './readMessage'
import { createAnswerReader } from './answerReader'
import { secondsFor, type ParserLimits } from './parserLimits'
import { createPartQueue, CutShort, type PartQueue } from './partQueue'
import { createStopwatch } from './stopwatch'
import type { Parsed, ParserHandle, ParseRequest } from './types'

/** How the conversation about one file ended. `nothing`: the process said no more, or nonsense. */
export type Ended =
  | { readonly end: 'answer'; readonly answer: Parsed }
  | { readonly end: 'nothing' }
  | { readonly end: 'late'; readonly seconds: number }
  | { readonly end: 'failed'; readonly error: unknown }

/** The conversation about one file, from the core's side. */
export interface Asking {
  readonly ended: Promise<Ended>
  readonly take: (message: ProcessMessage | undefined) => void
  /** The process is gone, or is to be. */
  readonly give: (ended: Ended) => void
}

export interface AskOptions {
  readonly id: number
  readonly request: ParseRequest
  readonly limits: ParserLimits
  readonly post: ParserHandle['post']
}

/**
 * Tells the process of a file, gives it the bytes that it asks for, hands on what it takes out of it, and puts its answer
 * together. Only time in which the process is waited for counts against its limit, which grows with what comes out.
 */
export const askProcess = ({ id, request, limits, post }: AskOptions): Asking => {
  const { source, name, companions = [], task = { do: 'import' }, onInner } = request
  const readAnswer = createAnswerReader()
  let settle: (ended: Ended) => void = () => undefined
  const ended = new Promise<Ended>((resolve) => (settle = resolve))
  let inner: { readonly parts: PartQueue; readonly consumed: Promise<void> } | undefined
  let over = false

  const give = (end: Ended): void => {
    if (over) return
    over = true
    watch.pause()
    inner?.parts.fail()
    settle(end)
  }
  const watch = createStopwatch(limits.seconds + secondsFor(source.size, limits), () =>
    give({ end: 'late', seconds: Math.ceil(watch.allowed()) }),
  )

  /** Does something of ours while the clock stands still; what it throws ends the conversation. */
  const ourTurn = (step: () => Promise<void>): void => {
    watch.pause()
    step().then(
      () => {
        if (!over) watch.run()
      },
      (error: unknown) => give({ end: 'failed', error }),
    )
  }

  const read = async (at: number, length: number): Promise<void> => {
    const bytes = at < source.size ? await source.read(at, length) : new Uint8Array(0)
    if (!over) post({ type: 'bytes', id, bytes })
  }

  const begin = async (innerName: string): Promise<void> => {
    const parts = createPartQueue(() => post({ type: 'taken', id }))
    const file: InnerFile = { kind: 'file', name: innerName, parts: parts.iterable }
    const consumed = (onInner?.(file) ?? Promise.resolve()).then(() => parts.skipRest())
    inner = { parts, consumed }
    consumed.catch((error: unknown) => {
      if (!(error instanceof CutShort)) give({ end: 'failed', error })
    })
    post({ type: 'taken', id })
    await Promise.resolve()
  }

  /** The rest of a file inside can't be read: whoever takes it is told, and has to throw it away. */
  const failInner = async (): Promise<void> => {
    if (!inner) return give({ end: 'nothing' })
    const { parts, consumed } = inner
    inner = undefined
    parts.fail()
    await consumed.catch((error: unknown) => {
      if (!(error instanceof CutShort)) throw error
    })
    if (!over) post({ type: 'taken', id })
  }

  const takePart = async (bytes: Uint8Array, last: boolean): Promise<void> => {
    if (!inner) return give({ end: 'nothing' })
    watch.extend(secondsFor(bytes.byteLength, limits))
    const { parts, consumed } = inner
    if (!last) return parts.put(bytes)
    parts.end()
    inner = undefined
    await consumed
    if (!over) post({ type: 'taken', id })
  }

  watch.run()
  post({ type: 'file', id, name, size: source.size, companions, task })
  return {
    ended,
    give,
    take: (message) => {
      if (over) return
      if (!message || message.type === 'ready' || message.id !== id) return give({ end: 'nothing' })
      if (message.type === 'read') return ourTurn(() => read(message.at, message.length))
      if (message.type === 'inner')
        return inner ? give({ end: 'nothing' }) : ourTurn(() => begin(message.name))
      if (message.type === 'inner-failed') return ourTurn(failInner)
      if (message.type === 'inner-part') return ourTurn(() => takePart(message.bytes, message.last))
      const soFar = readAnswer(message)
      if (soFar === 'nonsense') give({ end: 'nothing' })
      else if (soFar !== 'more') give({ end: 'answer', answer: soFar })
    },
  }
}
