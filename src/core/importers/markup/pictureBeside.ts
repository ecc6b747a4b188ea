/**
 * The name of a picture that stands beside a page or text, as its folder has it: percent-decoded, without `./`, query and
 * fragment. Undefined for what leads elsewhere: another site, the root, a folder above.
 */
export const pictureBeside = (address: string): string | undefined => {
  if (address.length > 4000 || /^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined
  const path = address.replace(/[?#].*$/s, '').replaceAll('\\', '/')
  const decoded = decodedPath(path).normalize('NFC')
  const segments = decoded.split('/')
  const first = segments.findIndex((segment) => segment !== '.')
  const name = segments.slice(Math.max(first, 0)).join('/')
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  const odd = /[\u0000-\u001f\u007f]/.test(name) || segments.includes('..')
  return name === '' || name === '.' || name.startsWith('/') || name.endsWith('/') || odd ? undefined : name
}

const decodedPath = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    // Percent signs that are part of the name.
    return path
  }
}
