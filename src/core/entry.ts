import { RPCHandler } from '@orpc/server/message-port'
import { createApp } from './app'
import { startForkedParser } from './parsing/startForkedParser'
import { parentLinkOf } from './process/parentLink'
import { describeBackups } from './store/describeBackups'
import { runCore } from './process/runCore'

// The core process: built to a file of its own, forked by a host, one for each archive.
// eslint-disable-next-line no-console -- the host shows what a core says on standard error
const log = (message: string, cause?: unknown): void => console.error(`core: ${message}`, cause ?? '')

runCore({
  parent: parentLinkOf(process),
  openApp: async ({ open, ...options }) => {
    const app = await createApp({ ...options, ...open, log: (line) => log(line) })
    app.workWhenIdle()
    const handler = new RPCHandler(app.router)
    return {
      name: app.archive.name,
      readOnly: app.archive.readOnly !== undefined,
      watchFolders: app.watchFolders,
      serve: (port) => handler.upgrade(port),
      close: () => app.close(),
    }
  },
  listBackups: describeBackups,
  forkParser: startForkedParser,
  exit: (code) => process.exit(code),
  log,
})
