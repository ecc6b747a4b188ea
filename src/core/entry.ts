import { createApp } from './app'
import { startForkedParser } from './parsing/startForkedParser'
import { parentLinkOf } from './process/parentLink'
import { describeBackups } from './store/describeBackups'
import { runCore } from './process/runCore'
import { serveLines } from './process/serveLines'

// The core process: built to a file of its own, forked by a host, one for each archive.
// eslint-disable-next-line no-console -- the host shows what a core says on standard error
const log = (message: string, cause?: unknown): void => console.error(`core: ${message}`, cause ?? '')

runCore({
  parent: parentLinkOf(process),
  openApp: async ({ open, ...options }) => {
    const app = await createApp({ ...options, ...open, log: (line) => log(line) })
    app.workWhenIdle()
    return {
      name: app.archive.name,
      readOnly: app.archive.readOnly !== undefined,
      watchFolders: app.watchFolders,
      serve: serveLines(app.router, log),
      close: () => app.close(),
    }
  },
  listBackups: describeBackups,
  forkParser: startForkedParser,
  exit: (code) => process.exit(code),
  log,
})
