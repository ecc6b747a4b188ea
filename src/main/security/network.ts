import type { Session } from 'electron'

/** All schemes that a page may ask for; each is answered from this machine's own files or memory. */
const own = new Set(['app:', 'original:', 'blob:', 'data:', 'devtools:'])

export const isOwnAddress = (address: string): boolean =>
  URL.canParse(address) && own.has(new URL(address).protocol)

/** Cuts a session off the network. `app.on('session-created')` brings each one here, whoever made it. */
export const cutNetwork = (session: Session): void => {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnAddress(url) }))
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL('app://none/')
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  })
}
