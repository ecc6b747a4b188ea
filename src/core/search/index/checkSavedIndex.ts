import { CuttingsError } from '#shared/errors'
import type { IndexFiles } from './indexFiles'
import { decodeManifest, manifestName, segmentName, type Manifest, type SavedSegment } from './manifest'
import { isWhole, writtenChecksum } from './segment/format'

/** What the saved index is: without a list of its segments that can be read, or with so many of them, of which some are damaged. */
export type SavedIndexState =
  | { readonly state: 'none' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'read'; readonly segments: number; readonly damaged: number }

const isDamaged = async (files: IndexFiles, { checksum }: SavedSegment): Promise<boolean> => {
  const bytes = await files.read(segmentName(checksum))
  return !bytes || !isWhole(bytes) || writtenChecksum(bytes) !== checksum
}

const countDamaged = async (
  files: IndexFiles,
  { segments }: Manifest,
  signal?: AbortSignal,
): Promise<number> => {
  let damaged = 0
  for (const segment of segments) {
    if (signal?.aborted) throw new CuttingsError('cancelled')
    if (await isDamaged(files, segment)) damaged += 1
  }
  return damaged
}

/** A program that has the archive open may replace segments while they are read; looked at so often at most. */
const mostTries = 5

/** Reads all of it and compares SHA-256, which an opening has no time for. */
export const checkSavedIndex = async (files: IndexFiles, signal?: AbortSignal): Promise<SavedIndexState> => {
  for (let tries = 1; ; tries++) {
    const listed = await files.read(manifestName)
    if (!listed) return { state: 'none' }
    const manifest = decodeManifest(listed)
    if (!manifest) return { state: 'unreadable' }
    const damaged = await countDamaged(files, manifest, signal)
    const isSame = Buffer.compare(listed, (await files.read(manifestName)) ?? Buffer.alloc(0)) === 0
    if (damaged === 0 || isSame || tries === mostTries)
      return { state: 'read', segments: manifest.segments.length, damaged }
  }
}
