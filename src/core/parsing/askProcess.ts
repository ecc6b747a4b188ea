import type { ProcessMessage } from './readMessage'
import { createAnswerReader, type AnswerSoFar } from './answerReader'
import { secondsFor, type ParserLimits } from './parserLimits'
import { createStopwatch } from './stopwatch'
import { createInnerTaking, type InnerMessage } from './takeInner'
import { createTurns } from './turns'
import type { Parsed, ParserHandle, ParserRequest, ParseRequest } from './types'

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
 * together. Only time in which the process is waited for counts against its limit, which grows with what comes out. It has
 * ended when nobody takes anything of it any more.
 */
export const askProcess = ({ id, request, limits, post }: AskOptions): Asking => {
  const { source, name, companions = [], task = { do: 'import' }, onInner } = request
  const readAnswer = createAnswerReader()
  let settle: (ended: Ended) => void = () => undefined
  const ended = new Promise<Ended>((resolve) => (settle = resolve))
  let over = false

  const give = (end: Ended): void => {
    if (over) return
    over = true
    watch.pause()
    void inner.cut().then(() => settle(end))
  }
  const tell = (message: ParserRequest): void => {
    if (!over) post(message)
  }
  const nonsense = (): void => give({ end: 'nothing' })
  const onFault = (error: unknown): void => give({ end: 'failed', error })
  const watch = createStopwatch(limits.seconds + secondsFor(source.size, limits), () =>
    give({ end: 'late', seconds: Math.ceil(watch.allowed()) }),
  )
  const goOn = (): void => {
    if (!over) watch.run()
  }
  const turns = createTurns({ pause: watch.pause, run: goOn }, onFault)
  const inner = createInnerTaking({
    onInner,
    tellTaken: () => tell({ type: 'taken', id }),
    onBytes: (bytes) => watch.extend(secondsFor(bytes, limits)),
    onFault,
  })

  const read = async (at: number, length: number): Promise<void> => {
    if (over) return
    const bytes = at < source.size ? await source.read(at, length) : new Uint8Array(0)
    tell({ type: 'bytes', id, bytes })
  }

  /** The process waits until each part is taken: one that does not is not ours. */
  const takeInner = (message: InnerMessage): void => {
    const step = turns.isTaking() ? undefined : inner.stepFor(message)
    if (step) turns.take(step)
    else nonsense()
  }

  /** Memory can run out in the middle of a file inside; else an answer comes when all of them were handed over. */
  const takeAnswer = (soFar: AnswerSoFar): void => {
    if (soFar === 'more') return
    if (soFar === 'nonsense' || (inner.isOpen() && soFar.type !== 'refused')) nonsense()
    else give({ end: 'answer', answer: soFar })
  }

  watch.run()
  post({ type: 'file', id, name, size: source.size, companions, task })
  return {
    ended,
    give,
    take: (message) => {
      if (over) return
      if (!message || message.type === 'ready' || message.id !== id) return nonsense()
      if (message.type === 'answer') return takeAnswer(readAnswer(message))
      if (message.type !== 'read') return takeInner(message)
      if (!turns.read(() => read(message.at, message.length))) nonsense()
    },
  }
}
