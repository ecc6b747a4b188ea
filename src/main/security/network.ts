import type { Session } from 'electron'
import type { LedgerBook } from '#core/process/networkLedger'

/** All schemes that a page may ask for; each is answered from this machine's own files or memory. */
const own = new Set(['app:', 'original:', 'blob:', 'data:', 'devtools:'])

export const isOwnAddress = (address: string): boolean =>
  URL.canParse(address) && own.has(new URL(address).protocol)

/** What a page that is printed may ask for: parts of its pack. Whether it gets them is for whoever answers. */
export const isPackAddress = (address: string): boolean =>
  URL.canParse(address) && new URL(address).protocol === 'pack:'

/**
 * Cuts a session off the network. `app.on('session-created')` brings each one here, whoever made it; one that may ask for
 * something else is brought here once more, and the last rule holds.
 */
export const cutNetwork = (session: Session, ledger: LedgerBook, isAllowed = isOwnAddress): void => {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !isAllowed(url)
    if (cancel) ledger.refuse('request', url)
    answer({ cancel })
  })
  // Asked apart from the rule above, so that a hole in it shows: what gets here is on its way out.
  session.webRequest.onSendHeaders(({ url }) => {
    if (!isAllowed(url)) ledger.allow('request', url)
  })
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL('app://none/')
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  })
}
