import type { PhotoOrigin } from '#shared/model/photo'
import type { ByteWindow } from './byteWindow'

/** A value of a field as one place in the picture has it. */
export interface FoundValue {
  /** IPTC Photo Metadata 2025.1 name in camel case, or the EXIF name of a camera fact. */
  readonly field: string
  readonly from: PhotoOrigin
  /** Clean and not empty. */
  readonly value: string
}

export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** What a container holds, as bytes that readers of their own understand. */
export interface PictureParts {
  readonly size?: PixelSize | undefined
  /** A TIFF structure with EXIF in it. */
  readonly exif?: ByteWindow | undefined
  /** XMP packets. */
  readonly xmp?: readonly Uint8Array[]
  /** Records of the IPTC Information Interchange Model. */
  readonly iim?: readonly Uint8Array[]
  /** A C2PA manifest store in JUMBF. */
  readonly manifest?: Uint8Array | undefined
  /** What the container says in its own words: text chunks of a PNG, elements of an SVG. */
  readonly found?: readonly FoundValue[]
  /** Whether the file ends before the container does: part of the picture is missing. */
  readonly endsEarly?: boolean
  /** The turn that the container itself states, which then holds and not that of EXIF (HEIF). */
  readonly orientation?: number
}

/** Bytes of one block of metadata, at most; what is longer is said and left out. */
export const longestBlock = 16 * 1024 * 1024
