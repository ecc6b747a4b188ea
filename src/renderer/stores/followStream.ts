/**
 * Hands each value of a stream on until it ends or the signal says stop. A stream that breaks has ended: its owner starts
 * it again when the line is restored, so the error itself is of no use to anybody. True where it ended by itself.
 */
export const followStream = async <Value>(
  open: () => Promise<AsyncIterable<Value>>,
  onValue: (value: Value) => void,
  signal?: AbortSignal,
): Promise<boolean> => {
  try {
    for await (const value of await open()) {
      if (signal?.aborted) return false
      onValue(value)
    }
    return true
  } catch {
    // Broken line or aborted stream (which rejects as a plain Error): the connection tells its owner by onRestored.
    return false
  }
}
