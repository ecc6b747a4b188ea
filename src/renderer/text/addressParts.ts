/** What an address says of where it leads. Nothing is asked of any network for it. */
export interface AddressParts {
  /** The host that would be asked, as it is written on the wire; absent where the address names none. */
  readonly host?: string
  /** What kind of address it is, where it names no host: `mailto`. Absent for a part of an address. */
  readonly scheme?: string
  /** The host's name has letters beyond ASCII, which can look like others. */
  readonly isForeign: boolean
  /** A name stands before the host, which could be taken for it: `https://bank.example@evil.example`. */
  readonly hasUser: boolean
  /** An address of the web: no other is given out of the application. */
  readonly isWeb: boolean
}

export const addressParts = (address: string): AddressParts => {
  if (!URL.canParse(address)) return { isForeign: false, hasUser: false, isWeb: false }
  const { hostname, protocol, username, password } = new URL(address)
  return {
    ...(hostname ? { host: hostname } : { scheme: protocol.slice(0, -1) }),
    isForeign: /(^|\.)xn--/.test(hostname),
    hasUser: username !== '' || password !== '',
    isWeb: /^https?:$/.test(protocol),
  }
}

const hostInWords = /(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/iu

/** A host that the words name while the address leads to another. */
export const otherHostInWords = (words: string, address: string): string | undefined => {
  const named = hostInWords.exec(words.trim())
  const { host } = addressParts(address)
  if (!named?.[1] || named.index > 0 || !host) return undefined
  const bare = (name: string): string => name.toLowerCase().replace(/^www\./, '')
  const shown = addressParts(`https://${named[1]}/`).host ?? named[1]
  return bare(shown) === bare(host) ? undefined : named[1]
}
