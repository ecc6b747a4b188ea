import { AsyncIteratorClass } from '@orpc/client'

/** A stream that tests push into. It ends when its reader returns or the signal says stop. */
export interface FakeStream<Value> {
  readonly open: (signal?: AbortSignal) => AsyncIteratorClass<Value, unknown, void>
  readonly push: (value: Value) => void
  readonly end: () => void
}

export const createFakeStream = <Value>(): FakeStream<Value> => {
  const readers = new Set<(value: Value | undefined) => void>()
  return {
    push: (value) => readers.forEach((reader) => reader(value)),
    end: () => readers.forEach((reader) => reader(undefined)),
    open: (signal) => {
      const queue: (Value | undefined)[] = []
      let wake: (() => void) | undefined
      const reader = (value: Value | undefined): void => {
        queue.push(value)
        wake?.()
      }
      readers.add(reader)
      signal?.addEventListener('abort', () => reader(undefined), { once: true })
      const next = async (): Promise<IteratorResult<Value, unknown>> => {
        if (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve))
        const value = queue.shift()
        return value === undefined ? { done: true, value: undefined } : { done: false, value }
      }
      return new AsyncIteratorClass(next, async () => {
        readers.delete(reader)
      })
    },
  }
}
