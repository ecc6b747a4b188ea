import type { Doubt } from '#shared/model/article'

/** A small picture of a picture, upright, as WebP without metadata. */
export interface Thumbnail {
  readonly kind: 'thumbnail'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  /** 64 bits as 16 hex digits; `nearPictures` compares them. */
  readonly perceptualHash: string
  readonly doubts: readonly Doubt[]
}

/**
 * Why there is none: a drawing, which the page shows itself; more pixels than are decoded; no picture inside that can be
 * shown; damaged beyond use; or no picture at all.
 */
export type NoThumbnailReason = 'drawing' | 'pixels' | 'no-preview' | 'damaged' | 'no-picture'

export interface NoThumbnail {
  readonly kind: 'none'
  readonly reason: NoThumbnailReason
}

export interface ThumbnailOptions {
  /** Pixels of the longer side, at most; a smaller picture stays as it is. */
  readonly size: number
}

/** Makes thumbnails. It keeps the memory of the largest picture that it met until its thread ends. */
export interface PictureReader {
  readonly makeThumbnail: (
    bytes: Uint8Array,
    mediaType: string,
    options: ThumbnailOptions,
  ) => Promise<Thumbnail | NoThumbnail>
  /** Ends its threads; nothing can be asked of it afterwards. */
  readonly close: () => void
}
