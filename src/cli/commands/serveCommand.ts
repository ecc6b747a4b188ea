import { resolve } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { readNumber } from '../readNumber'
import type { Command } from '../types'

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
    if (signal.aborted) resolve()
  })

const addFolder = (folder: string, before: readonly string[]): readonly string[] => [
  ...before,
  resolve(folder),
]

export const serveCommand: Command = {
  name: 'serve',
  writes: true,
  summary: "show the application's pages on 127.0.0.1",
  describe: (program) =>
    program
      .option('--port <n>', 'a port; without it, any that is free', readNumber(0, 65_535), 0)
      .option(
        '--watch <dir>',
        'propose what appears in this folder; may be given more than once',
        addFolder,
        [],
      )
      .option('--open', 'open the address in the browser'),
  run: async (
    { archiveFolder, takeLock, startServer, openAddress, output, signal },
    _,
    { port, open, watch },
  ) => {
    const { folder, isOwn } = await archiveFolder()
    const server = await startServer({
      port: Number(port),
      archive: folder,
      isOwn,
      takeLock,
      watch: watch as readonly string[],
    })
    try {
      const state = await server.opened
      if (state.state === 'failed') throw new CuttingsError(state.error.code, state.error.details)
      const { url } = server
      output.result({ event: 'serving', url }, `Cuttings is at ${url}\nStop it with Ctrl-C.`)
      if (open) openAddress(url)
      await aborted(signal)
      return 0
    } finally {
      await server.close()
    }
  },
}
