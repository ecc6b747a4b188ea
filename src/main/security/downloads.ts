import type { Session } from 'electron'
import type { LedgerBook } from '#core/process/networkLedger'

/** Nothing leaves the archive by itself: packs are written by jobs to a place that a person chose. */
export const denyDownloads = (session: Session, ledger: LedgerBook): void => {
  session.on('will-download', (event, item) => {
    ledger.refuse('download', item.getURL())
    event.preventDefault()
  })
}
