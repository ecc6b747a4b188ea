import type { Libheif } from 'libheif-js/libheif-wasm/libheif-bundle.mjs'
import { CuttingsError } from '#shared/errors'
import { windowOf } from '../importers/photo/byteWindow'
import { mostPixels } from '../importers/photo/createPhotoImporter'
import { readJpeg } from '../importers/photo/jpeg/readJpeg'
import { findPreview } from '../importers/photo/raw/findPreview'
import { endsEarly } from '../importers/photo/toPhoto'
import { decodeHeic, loadLibheif } from './decodeHeic'
import { isForeign } from './isForeign'
import { loadVips, type VipsImage, type VipsModule } from './loadVips'
import { canOpen, openPicture, type FailOn } from './openPicture'
import { isTooLarge, orientationOf, orNothing, readPictureHead, type PictureHead } from './pictureHead'
import { openPixels, shrinkPicture } from './shrinkPicture'
import type { NoThumbnail, NoThumbnailReason, PictureReader, Thumbnail } from './types'

type Answer = Thumbnail | NoThumbnail

const none = (reason: NoThumbnailReason): NoThumbnail => ({ kind: 'none', reason })

/** Something that takes long to load, made when it is first asked for. */
const once = <T>(
  load: () => Promise<T>,
): { readonly get: () => Promise<T>; readonly begun: () => boolean } => {
  let loading: Promise<T> | undefined
  return { get: () => (loading ??= load()), begun: () => loading !== undefined }
}

interface ToShrink {
  readonly open: (failOn: FailOn) => VipsImage
  readonly size: number
  readonly orientation?: number | undefined
}

/** Whole where it can be; else as much of it as there is, which is said. */
const shrink = ({ open, size, orientation }: ToShrink): Answer => {
  for (const failOn of ['truncated', 'none'] as const)
    try {
      const made = shrinkPicture(() => open(failOn), size, orientation)
      return { kind: 'thumbnail', ...made, doubts: failOn === 'none' ? [endsEarly] : [] }
    } catch (error) {
      if (error instanceof CuttingsError) return none('pixels')
      if (!isForeign(error)) throw error
    }
  return none('damaged')
}

const openWith =
  (vips: VipsModule, bytes: Uint8Array, mediaType: string, longSide: number, size: number) =>
  (failOn: FailOn): VipsImage => {
    const image = openPicture(vips, bytes, mediaType, { failOn, longSide, wanted: size })
    if (!image) throw new Error(`no loader for ${mediaType}`)
    // Of a TIFF with several pictures it may be another than the one whose size was read.
    if (!isTooLarge({ size: image })) return image
    image.delete()
    throw new CuttingsError('limit', { what: 'pixels', most: mostPixels })
  }

/** The picture that a camera put beside its own: of a raw file, and in the EXIF of others. */
const shrinkPreview = async (vips: VipsModule, head: PictureHead, size: number): Promise<Answer> => {
  const place = head.format.decoded === false ? head.window : head.parts.exif
  const preview = place && (await orNothing(() => findPreview(place)))
  if (!preview) return none('no-preview')
  const parts = await readJpeg(windowOf(preview))
  if (isTooLarge(parts)) return none('pixels')
  const longSide = Math.max(parts.size?.width ?? 0, parts.size?.height ?? 0)
  return shrink({
    open: openWith(vips, preview, 'image/jpeg', longSide, size),
    size,
    orientation: parts.exif ? undefined : await orientationOf(head.parts),
  })
}

/**
 * Makes thumbnails and perceptual hashes. For a thread of its own in a process that can be ended: decoders are WebAssembly,
 * whose memory never shrinks, so the process is to be replaced now and then. Nothing is loaded before the first picture.
 */
export const createPictureReader = (): PictureReader => {
  const vips = once(loadVips)
  const heif = once<Libheif>(loadLibheif)

  const shrinkHeic = async (bytes: Uint8Array, head: PictureHead, size: number): Promise<Answer> => {
    const pixels = await decodeHeic(await heif.get(), bytes, size)
    const module = await vips.get()
    if (!pixels) return shrinkPreview(module, head, size)
    const made = shrink({ open: () => openPixels(module, pixels.data, pixels.width, pixels.height), size })
    // libheif shows what there is and says nothing.
    return made.kind === 'thumbnail' && head.parts.endsEarly === true
      ? { ...made, doubts: [endsEarly] }
      : made
  }

  const shrinkStored = async (bytes: Uint8Array, head: PictureHead, size: number): Promise<Answer> => {
    const { mediaType } = head.format
    const { width = 0, height = 0 } = head.parts.size ?? {}
    if (!canOpen(mediaType)) return none('no-picture')
    const module = await vips.get()
    return shrink({ open: openWith(module, bytes, mediaType, Math.max(width, height), size), size })
  }

  return {
    makeThumbnail: async (bytes, mediaType, { size }) => {
      if (mediaType === 'image/svg+xml') return none('drawing')
      const head = await readPictureHead(bytes, mediaType)
      if (!head) return none(mediaType.startsWith('image/') ? 'damaged' : 'no-picture')
      if (head.format.decoded === false) return shrinkPreview(await vips.get(), head, size)
      if (isTooLarge(head.parts)) return none('pixels')
      if (mediaType === 'image/heic') return shrinkHeic(bytes, head, size)
      return shrinkStored(bytes, head, size)
    },
    close: () => {
      if (vips.begun()) void vips.get().then((module) => module.shutdown())
    },
  }
}
