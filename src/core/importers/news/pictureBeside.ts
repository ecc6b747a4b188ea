/**
 * The name of a picture that was delivered beside its text, where the text names it so: agencies put both into one folder.
 * Undefined for an address, and for a path that leads out of that folder.
 */
export const pictureBeside = (address: string): string | undefined => {
  if (!/^[^\p{Cc}:?#\\/][^\p{Cc}:?#\\]{0,1000}$/u.test(address)) return undefined
  const segments = address.split('/')
  if (segments.includes('..') || segments.includes('')) return undefined
  try {
    const name = decodeURIComponent(address).normalize('NFC')
    return /[\p{Cc}\\]|(?:^|\/)\.\.(?:\/|$)/u.test(name) ? undefined : name
  } catch {
    // Percent signs that are part of the name.
    return address
  }
}
