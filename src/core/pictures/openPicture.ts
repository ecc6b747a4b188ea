import type { VipsImage, VipsModule } from './loadVips'

/** How much of a damaged picture is put up with. */
export type FailOn = 'truncated' | 'none'

interface OpenOptions {
  readonly failOn: FailOn
  /** Pixels of the longer side of the stored picture, as its head states them. */
  readonly longSide: number
  /** Pixels of the longer side that are wanted. */
  readonly wanted: number
}

/** A JPEG is decoded at half, a quarter or an eighth as long as that is well above what is wanted: it is much faster. */
const shrinkFor = ({ longSide, wanted }: OpenOptions): number =>
  [8, 4, 2].find((shrink) => longSide / shrink >= wanted * 1.5) ?? 1

type Open = (vips: VipsModule, bytes: Uint8Array, options: OpenOptions) => VipsImage

/** A loader for each kind, by what the importer found it to be: no other code of libvips reads the bytes. */
const loaders: Readonly<Record<string, Open>> = {
  'image/jpeg': (vips, bytes, options) =>
    vips.Image.jpegloadBuffer(bytes, { fail_on: options.failOn, shrink: shrinkFor(options) }),
  'image/png': (vips, bytes, { failOn }) => vips.Image.pngloadBuffer(bytes, { fail_on: failOn }),
  'image/webp': (vips, bytes, { failOn }) => vips.Image.webploadBuffer(bytes, { fail_on: failOn }),
  'image/gif': (vips, bytes, { failOn }) => vips.Image.gifloadBuffer(bytes, { fail_on: failOn }),
  'image/tiff': (vips, bytes, { failOn }) => vips.Image.tiffloadBuffer(bytes, { fail_on: failOn }),
  'image/avif': (vips, bytes, { failOn }) => vips.Image.heifloadBuffer(bytes, { fail_on: failOn }),
}

export const canOpen = (mediaType: string): boolean => mediaType in loaders

/** Opens a picture by its head; pixels are decoded when they are asked for. Throws what libvips throws. */
export const openPicture = (
  vips: VipsModule,
  bytes: Uint8Array,
  mediaType: string,
  options: OpenOptions,
): VipsImage | undefined => loaders[mediaType]?.(vips, bytes, options)
