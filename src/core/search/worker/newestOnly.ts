/** Runs a client's work and aborts what the same client had begun before; work without a client stands alone. */
export type NewestOnly = <T>(
  client: string | undefined,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal | undefined) => Promise<T>,
) => Promise<T>

export const createNewestOnly = (): NewestOnly => {
  const newest = new Map<string, AbortController>()
  return async (client, signal, work) => {
    if (client === undefined) return work(signal)
    newest.get(client)?.abort()
    const own = new AbortController()
    newest.set(client, own)
    try {
      return await work(signal ? AbortSignal.any([signal, own.signal]) : own.signal)
    } finally {
      if (newest.get(client) === own) newest.delete(client)
    }
  }
}
