import { join } from 'node:path'
import { app, protocol } from 'electron'
import { createLedgerBook } from '#core/process/networkLedger'
import { lockDown } from './security/lockDown'
import { startApplication } from './startApplication'

// Electron waits with `ready` only for what stands here before the first await: the rules come first.
const here = import.meta.dirname
const resources = app.isPackaged ? process.resourcesPath : join(here, '../..')
// eslint-disable-next-line no-console -- standard error is where a desktop application is looked at
const log = (message: string, cause?: unknown): void => console.error(`Cuttings: ${message}`, cause ?? '')

// What Chromium writes is for its user alone as well, whatever the system would give to others.
process.umask(0o077)
app.setName('Cuttings')
const ledger = createLedgerBook(() => new Date())
const refusal = lockDown(app, protocol, process.argv.slice(1), ledger)
const userData = process.env['CUTTINGS_USER_DATA']
if (userData) app.setPath('userData', userData)

if (refusal !== undefined) {
  log(`not started: ${refusal}`)
  app.exit(1)
} else if (!app.requestSingleInstanceLock()) {
  // The first one brings itself to the front.
  app.quit()
} else {
  startApplication(
    {
      core: join(here, 'core.js'),
      parser: join(here, 'parser.js'),
      searchWorker: join(here, 'search.js'),
      bibliographyWorker: join(here, 'bibliography.js'),
      preload: join(here, '../preload/index.cjs'),
      pages: join(here, '../renderer'),
      icon: join(here, '../../resources/icon.png'),
      bundle: join(resources, 'archive'),
    },
    ledger,
    log,
  ).catch((cause: unknown) => {
    log('could not start', cause)
    app.exit(1)
  })
}
