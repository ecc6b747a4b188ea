import { compareText } from './compareText'

/** A path as a manifest writes it: only CR, LF and the percent sign are encoded (RFC 8493, 2.1.3). */
const encodePath = (path: string): string =>
  path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')

/** Lines of a manifest, sorted by path, in the form that `sha256sum -c` reads too. */
export const manifestText = (digests: ReadonlyMap<string, string>): string =>
  [...digests]
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, digest]) => `${digest}  ${encodePath(path)}\n`)
    .join('')
