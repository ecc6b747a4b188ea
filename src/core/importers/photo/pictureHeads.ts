import { readUnsigned } from './readUnsigned'

const latin = (head: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...head.subarray(from, to))

export const isJpeg = (head: Uint8Array): boolean => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff

export const isPng = (head: Uint8Array): boolean => latin(head, 0, 8) === '\x89PNG\r\n\x1a\n'

export const isGif = (head: Uint8Array): boolean => /^GIF8[79]a/.test(latin(head, 0, 6))

export const isWebp = (head: Uint8Array): boolean =>
  latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP'

/** TIFF 6.0 and BigTIFF, in either order of bytes. */
export const isTiff = (head: Uint8Array): boolean => /^(?:II[*+]\0|MM\0[*+])/.test(latin(head, 0, 4))

/** The brands of a file of the ISO base media format: its own, then those that it agrees with. */
export const brandsOf = (head: Uint8Array): readonly string[] => {
  if (latin(head, 4, 8) !== 'ftyp') return []
  const end = Math.min(readUnsigned(head, 0), head.length, 256)
  const brands = latin(head, 8, end).match(/[^]{4}/g) ?? []
  return brands.filter((_, index) => index !== 1)
}

const stillBrands = new Set(['mif1', 'msf1', 'mif2'])
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'])
const avifBrands = new Set(['avif', 'avis'])

/** Its own brand decides; where that is the general one, what it agrees with does. */
export const isAvif = (head: Uint8Array): boolean => {
  const [own = '', ...others] = brandsOf(head)
  return avifBrands.has(own) || (stillBrands.has(own) && others.some((brand) => avifBrands.has(brand)))
}

export const isHeif = (head: Uint8Array): boolean => {
  const [own = ''] = brandsOf(head)
  return heicBrands.has(own) || (stillBrands.has(own) && !isAvif(head))
}
