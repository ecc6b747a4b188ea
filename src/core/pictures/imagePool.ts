import type { VipsImage } from './loadVips'

/** Images live in memory that nothing collects: each that is made is kept here and deleted with all others. */
export interface ImagePool {
  readonly keep: <T extends VipsImage>(image: T) => T
  readonly deleteAll: () => void
}

export const createImagePool = (): ImagePool => {
  const images: VipsImage[] = []
  return {
    keep: (image) => {
      images.push(image)
      return image
    },
    deleteAll: () => {
      for (const image of images.splice(0).reverse()) image.delete()
    },
  }
}
