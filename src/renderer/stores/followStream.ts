/**
 * Hands each value of a stream on until it ends or the signal says stop. A stream that breaks has ended: its owner starts
 * it again when the line is restored, so the error itself is of no use to anybody. True where it ended by itself.
 */
export const followStream = async <Value>(
  open: () => Promise<AsyncIterable<Value>>,
  onValue: (value: Value) => void,
  signal?: AbortSignal,
): Promise<boolean> => {
  const iterator = await open().then(
    (stream) => stream[Symbol.asyncIterator](),
    () => undefined,
  )
  while (iterator) {
    // Broken line, or an aborted stream (which rejects as a plain Error): the connection tells its owner by onRestored.
    const step = await iterator.next().catch(() => undefined)
    if (!step || signal?.aborted) return false
    if (step.done) return true
    onValue(step.value)
  }
  return false
}
