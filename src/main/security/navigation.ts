import type { WebContents } from 'electron'
import type { LedgerBook } from '#core/process/networkLedger'

/** A page stays what it is: no other address, no second window, no guest. The page's own router needs none of these. */
export const denyNavigation = (contents: WebContents, ledger: LedgerBook): void => {
  contents.setWindowOpenHandler(({ url }) => {
    ledger.refuse('window', url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => event.preventDefault())
  // Also told of every navigation of the top frame, so counted here and not twice.
  contents.on('will-frame-navigate', (event) => {
    ledger.refuse('navigation', event.url)
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
