import { lstat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { firstArchive } from '#core/process/firstArchive'
import { plainLine } from '../plainText'
import { readNumber } from '../readNumber'
import type { Command, CommandContext, ServeOptions } from '../types'

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
    if (signal.aborted) resolve()
  })

const addFolder = (folder: string, before: readonly string[]): readonly string[] => [
  ...before,
  resolve(folder),
]

type Choice = Pick<ServeOptions, 'archive' | 'create' | 'withBundle'> & { readonly ownArchive: string }

/** The one that is named; else the one that was served last; else the user's own. Says which, where it was not named. */
const chooseArchive = async ({
  archiveFolder,
  ownArchive,
  lastServed,
  output,
}: CommandContext): Promise<Choice> => {
  const [own, { folder, isOwn }] = await Promise.all([ownArchive(), archiveFolder()])
  if (!isOwn) return { archive: folder, create: false, withBundle: false, ownArchive: own }
  const exists = (await lstat(own).catch(() => undefined)) !== undefined
  const { archive, create } = firstArchive(await lastServed.read(), { path: own, exists }, undefined)
  output.note(
    archive === own
      ? plainLine(`Opening your own archive, ${archive}`)
      : plainLine(`Opening the archive that was open last, ${archive} (--archive opens another)`),
  )
  return { archive, create, withBundle: archive === own, ownArchive: own }
}

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
  run: async (context, _, { port, open, watch }) => {
    const { startServer, openAddress, output, signal, takeLock, lastServed } = context
    const { ownArchive, ...choice } = await chooseArchive(context)
    const server = await startServer({
      ...choice,
      port: Number(port),
      takeLock,
      watch: watch as readonly string[],
    })
    try {
      const state = await server.opened
      if (state.state === 'failed') throw new CuttingsError(state.error.code, state.error.details)
      await lastServed
        .write({ lastArchive: choice.archive, ownArchive })
        .catch(() => output.note('Which archive was opened could not be remembered.'))
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
