/** Pictures that another program may have written an XMP file for (XMP part 3: sidecar files). */
const picture =
  /\.(?:jpe?g|png|tiff?|webp|gif|avif|hei[cf]|dng|cr[23w]|nef|nrw|arw|srf|sr2|raf|orf|rw2|raw|pef|srw|x3f|psd|svg)$/i

export const isPictureName = (name: string): boolean => picture.test(name)

/** Bytes that a file beside a picture may have. */
export const largestCompanion = 16 * 1024 * 1024

const withoutEnding = (name: string): string => name.replace(/\.[^./\\]*$/, '')

/**
 * Which names are sidecars of which: `a.xmp` or `a.jpg.xmp` beside `a.jpg`, whatever their case. A sidecar of several
 * pictures (`a.jpg`, `a.cr2`) goes with each. Names with their folders.
 */
export const pairSidecars = (names: readonly string[]): ReadonlyMap<string, string> => {
  const sidecars = new Map(
    names.filter((name) => /\.xmp$/i.test(name)).map((name) => [name.slice(0, -4).toLowerCase(), name]),
  )
  const pairs = new Map<string, string>()
  if (sidecars.size === 0) return pairs
  for (const name of names.filter(isPictureName)) {
    const sidecar = sidecars.get(name.toLowerCase()) ?? sidecars.get(withoutEnding(name).toLowerCase())
    if (sidecar !== undefined) pairs.set(name, sidecar)
  }
  return pairs
}
