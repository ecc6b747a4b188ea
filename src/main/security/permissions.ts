import type { Session } from 'electron'
import type { LedgerBook } from '#core/process/networkLedger'

/** The application needs none of what a page can ask for; copying goes through the host. */
export const denyPermissions = (session: Session, ledger: LedgerBook): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    ledger.refuse('permission', permission)
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
}
