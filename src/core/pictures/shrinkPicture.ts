import { createImagePool, type ImagePool } from './imagePool'
import type { VipsImage, VipsModule } from './loadVips'
import { hashSide, perceptualHash } from './perceptualHash'
import type { Thumbnail } from './types'

/** Quality of the WebP: what is lost does not show at this size. */
const quality = 80

const hashOf = (image: VipsImage, pool: ImagePool): string => {
  const opaque = image.hasAlpha() ? pool.keep(image.flatten({ background: [255, 255, 255] })) : image
  const grey = pool.keep(opaque.colourspace('b-w'))
  const small = pool.keep(grey.thumbnailImage(hashSide, { height: hashSide, size: 'force' }))
  const first = pool.keep(small.extractBand(0))
  const bytes = pool.keep(first.cast('uchar')).writeToMemory()
  return perceptualHash(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/**
 * Makes a thumbnail of an image that is open, which is deleted with all that was made of it, and its hash. Colours become
 * sRGB by the picture's own profile; the turn is done that its orientation asks for, or the one that is given.
 */
export const shrinkPicture = (
  open: () => VipsImage,
  size: number,
  orientation?: number,
): Omit<Thumbnail, 'kind' | 'doubts'> => {
  const pool = createImagePool()
  try {
    const opened = pool.keep(open())
    const image = orientation === undefined ? opened : pool.keep(opened.copy())
    if (orientation !== undefined) image.setInt('orientation', orientation)
    const options = { height: size, size: 'down', output_profile: 'srgb' }
    const lazy = pool.keep(image.thumbnailImage(size, options))
    const thumbnail = pool.keep(lazy.copyMemory())
    const bytes = thumbnail.webpsaveBuffer({ Q: quality, keep: 'none' })
    const { width, height } = thumbnail
    return { bytes: bytes.slice(), width, height, perceptualHash: hashOf(thumbnail, pool) }
  } finally {
    pool.deleteAll()
  }
}

/** Opens pixels that another decoder made; they are copied. */
export const openPixels = (vips: VipsModule, data: Uint8Array, width: number, height: number): VipsImage => {
  const raw = vips.Image.newFromMemory(data, width, height, 3, vips.BandFormat.uchar)
  try {
    return raw.copy({ interpretation: 'srgb' })
  } finally {
    raw.delete()
  }
}
