import { randomUUID } from 'node:crypto'
import { app, BrowserWindow, session, type Session } from 'electron'
import type { LedgerBook } from '#core/process/networkLedger'
import type { PackPages } from '#core/printing/types'
import { cutNetwork, isPackAddress } from '../security/network'
import { printPreferences } from '../security/webPreferences'
import { answerPackRequest } from './answerPackRequest'
import { pdfOptions } from './pdfOptions'
import type { PrintDependencies } from './printPackPage'

/** A session in memory that knows the packs that are being printed and nothing else. */
const createPrintSession = (printed: ReadonlyMap<string, PackPages>, ledger: LedgerBook): Session => {
  const own = session.fromPartition('print', { cache: false })
  cutNetwork(own, ledger, isPackAddress)
  own.protocol.handle('pack', (request) => answerPackRequest(printed, request))
  return own
}

/** Draws pages of packs in a hidden window each, which goes with its page or with the application's window. */
export const createPrinter = (
  window: () => BrowserWindow,
  ledger: LedgerBook,
): PrintDependencies['print'] => {
  const printed = new Map<string, PackPages>()
  let own: Session | undefined
  return async (pages, path, signal) => {
    own ??= createPrintSession(printed, ledger)
    const name = randomUUID()
    const hidden = new BrowserWindow({
      parent: window(),
      show: false,
      webPreferences: printPreferences(own),
    })
    const stop = (): void => hidden.destroy()
    signal?.addEventListener('abort', stop, { once: true })
    printed.set(name, pages)
    try {
      signal?.throwIfAborted()
      await hidden.loadURL(`pack://${name}/${path}`)
      return await hidden.webContents.printToPDF(pdfOptions(app.getSystemLocale()))
    } finally {
      signal?.removeEventListener('abort', stop)
      printed.delete(name)
      stop()
    }
  }
}
