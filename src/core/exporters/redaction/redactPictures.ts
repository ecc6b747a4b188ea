import { sha256Of } from '#core/records/digest'
import { CuttingsError } from '#shared/errors'
import type { Original } from '#shared/model/original'
import type { Photo } from '#shared/model/photo'
import type { RecordSet } from '#shared/model/records'
import type { Sha256 } from '#shared/model/scalars'
import type { PackContents } from '../pack/types'
import { serialsIn } from './serialsIn'
import { stripJpeg, type Stripped } from './stripJpeg'
import { stripPng } from './stripPng'

/** Larger pictures are left out: each is held in memory while its metadata is taken out. */
const largestPicture = 64_000_000

const stripOf = (mediaType: string, bytes: Buffer, orientation: number): Stripped | undefined => {
  if (mediaType === 'image/jpeg') return stripJpeg(bytes, orientation)
  return mediaType === 'image/png' ? stripPng(bytes) : undefined
}

const isStrippable = ({ mediaType, bytes }: Original): boolean =>
  ['image/jpeg', 'image/png'].includes(mediaType) && bytes <= largestPicture

const readWhole = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

interface Made {
  readonly original: Original
  readonly from: Sha256
  readonly orientation: number
}

export interface RedactedPictures {
  readonly records: RecordSet
  readonly readOriginal: PackContents['readOriginal']
  /** Serial numbers that stood in the pictures: they must not stand anywhere else. */
  readonly serials: readonly string[]
}

/**
 * Pictures without their metadata, under a digest of their own, and photos that point at those. Nothing is encoded again:
 * what cannot be stripped without it (other formats, damaged files) is left out.
 */
export const redactPictures = async (
  records: RecordSet,
  readOriginal: PackContents['readOriginal'],
  signal?: AbortSignal,
): Promise<RedactedPictures> => {
  const originals = new Map(records.originals.map((original) => [original.sha256, original]))
  const made = new Map<string, Made>()
  const serials = new Set<string>()
  const photos: Photo[] = []
  for (const photo of records.photos) {
    signal?.throwIfAborted()
    const { original: sha256, sidecar: _sidecar, listedIn: _listedIn, ...bare } = photo
    const original = originals.get(sha256 ?? '')
    const stripped =
      original && isStrippable(original)
        ? stripOf(original.mediaType, await readWhole(readOriginal(original.sha256)), photo.orientation)
        : undefined
    if (!original || !stripped) {
      photos.push(bare)
      continue
    }
    for (const serial of await serialsIn(stripped.removed)) serials.add(serial)
    const stands: Original = {
      sha256: sha256Of(stripped.bytes),
      bytes: stripped.bytes.length,
      mediaType: original.mediaType,
      names: [],
    }
    made.set(stands.sha256, { original: stands, from: original.sha256, orientation: photo.orientation })
    photos.push({ ...bare, original: stands.sha256 })
  }
  return {
    records: { ...records, photos, originals: [...made.values()].map(({ original }) => original) },
    serials: [...serials],
    readOriginal: async function* (sha256) {
      const one = made.get(sha256)
      if (!one) throw new CuttingsError('not-found', { what: 'original' })
      const bytes = await readWhole(readOriginal(one.from))
      yield stripOf(one.original.mediaType, bytes, one.orientation)?.bytes ?? Buffer.alloc(0)
    },
  }
}
