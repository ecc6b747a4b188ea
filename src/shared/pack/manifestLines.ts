/** Undoes what a manifest does to a path: CR, LF and the percent sign are encoded (RFC 8493, 2.1.3). */
const decodePath = (path: string): string =>
  path.replace(/%(0a|0d|25)/giu, (code) => decodeURIComponent(code))

export interface ManifestLine {
  readonly digest: string
  readonly path: string
}

/**
 * The lines of a manifest, or the number of the first line that is none. A `*` before the path (as `md5sum` writes it for
 * binary mode) and a leading `./` are accepted, as bags of older tools have them.
 */
export const parseManifest = (text: string): readonly ManifestLine[] | { readonly badLine: number } => {
  const lines: ManifestLine[] = []
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue
    const [, digest, path] = /^([0-9a-fA-F]+)[ \t]+\*?(?:\.\/)?(.+)$/.exec(line) ?? []
    if (digest === undefined || path === undefined) return { badLine: index + 1 }
    lines.push({ digest: digest.toLowerCase(), path: decodePath(path) })
  }
  return lines
}
