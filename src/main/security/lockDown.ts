import type { App, Protocol } from 'electron'
import type { LedgerBook } from '#core/process/networkLedger'
import { debuggingDoor } from './debugging'
import { denyDownloads } from './downloads'
import { denyNavigation } from './navigation'
import { cutNetwork } from './network'
import { denyPermissions } from './permissions'
import { requireSandbox } from './sandbox'
import { schemes } from './schemes'
import { applySwitches } from './switches'
import { cutWebRtc } from './webrtc'

/**
 * All rules at once, for every session and page there will ever be. Must run before `ready`, so before any await of the
 * entry. Answers why the application must not start, if so.
 */
export const lockDown = (
  app: App,
  protocol: Protocol,
  args: readonly string[],
  ledger: LedgerBook,
): string | undefined => {
  const door = app.isPackaged ? debuggingDoor(args) : undefined
  if (door) return `${door} would let another program drive this one`
  applySwitches(app.commandLine)
  requireSandbox(app)
  protocol.registerSchemesAsPrivileged(schemes)
  app.on('session-created', (session) => {
    cutNetwork(session, ledger)
    denyPermissions(session, ledger)
    denyDownloads(session, ledger)
  })
  app.on('web-contents-created', (_event, contents) => {
    cutWebRtc(contents)
    denyNavigation(contents, ledger)
  })
  return undefined
}
