/** Names for pictures that come along in the same file, each its own; none is ever a path. */
export interface PictureNames {
  readonly nameFor: (address: string, mediaType: string) => string
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
  'image/tiff': 'tif',
  'image/heic': 'heic',
}

export const isPictureType = (mediaType: string): boolean => Object.hasOwn(endings, mediaType)

/** The last part of an address without what may not stand in a name. */
const stemOf = (address: string): string => {
  const path = address.slice(0, 4000).replace(/[?#].*$/s, '')
  const last = path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]{2,5}$/i, '')
  const stem = last.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '')
  return [...stem].slice(0, 80).join('') || 'picture'
}

export const createPictureNames = (): PictureNames => {
  const counts = new Map<string, number>()
  return {
    nameFor: (address, mediaType) => {
      // Pictures in the page's own text are called `picture-1` and so on.
      const stem = stemOf(address).replace(/^picture(?=-\d+$)/, 'picture-of')
      const key = stem.toLowerCase()
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      const number = count === 1 ? '' : `~${count}`
      return `${stem}${number}.${endings[mediaType] ?? 'bin'}`
    },
  }
}
