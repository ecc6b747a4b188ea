interface StoppableProcess {
  readonly stdout: { readonly on: (event: 'error', listener: (error: Error) => void) => unknown }
  readonly once: (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void) => unknown
}

/**
 * Aborted by the first Ctrl-C or end signal, and when nobody reads standard output any more. What is in hand is then
 * finished; a second signal ends the process at once, which loses nothing that was called imported.
 */
export const stopOnRequest = (process: StoppableProcess): AbortSignal => {
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  process.stdout.on('error', stop)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  return controller.signal
}
