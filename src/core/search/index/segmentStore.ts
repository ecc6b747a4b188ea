import type { DocumentSource } from '#core/search/types'
import type { IndexFiles } from './indexFiles'
import { decodeManifest, encodeManifest, manifestName, segmentName, type Manifest } from './manifest'
import { isUndamaged } from './segment/format'
import { openSegment, type Segment } from './segment/openSegment'

/** What the saved files give back. */
export interface SavedIndex {
  readonly segments: readonly Segment[]
  /** The segments hold what was changed up to this revision. */
  readonly revision: number
  /** Whether they hold all of it; false where one is damaged, and where the index was still being made. */
  readonly isComplete: boolean
}

/** Saved segments and the manifest that says which of them count. */
export interface SegmentStore {
  readonly open: () => Promise<SavedIndex>
  /** Writes a segment; it counts once `commit` lists it. */
  readonly save: (segment: Segment) => Promise<void>
  /**
   * Says which segments count from now on, and removes all other files. Where one of them can't be saved, on a full disk, what
   * is saved stays as it is: older, but whole. The next commit tries again.
   */
  readonly commit: (index: SavedIndex) => Promise<void>
}

export interface SegmentStoreOptions {
  readonly files: IndexFiles
  readonly source: DocumentSource
  /** Whether saved bytes are undamaged; the tests of the checksum pass another. */
  readonly isUndamaged?: (bytes: Uint8Array) => boolean
}

/** What one reading of the files gave. */
interface Read {
  readonly saved: SavedIndex
  /** Whether every segment that the manifest lists was there. */
  readonly isWhole: boolean
  readonly manifest: string
}

/** A writer that replaces segments this often while they are read is not waited for. */
const mostTries = 5

const nothing: SavedIndex = { segments: [], revision: 0, isComplete: true }

export const createSegmentStore = ({
  files,
  source,
  isUndamaged: check = isUndamaged,
}: SegmentStoreOptions): SegmentStore => {
  const saved = new Set<string>()

  const save = async (segment: Segment): Promise<void> => {
    if (await files.write(segmentName(segment.checksum), segment.bytes)) saved.add(segment.checksum)
  }

  const readManifest = async (): Promise<Manifest | undefined> => {
    const bytes = await files.read(manifestName)
    const manifest = bytes && decodeManifest(bytes)
    // One that is ahead, or of another archive or another course of this one, says nothing of this source.
    const isOfSource =
      manifest && manifest.revision <= source.revision() && manifest.mark === source.mark(manifest.revision)
    return isOfSource ? manifest : undefined
  }

  const readSegment = async ({
    checksum,
    removed,
  }: Manifest['segments'][number]): Promise<Segment | undefined> => {
    const bytes = await files.read(segmentName(checksum))
    const segment = bytes && openSegment(bytes, check)
    if (segment?.checksum !== checksum) return undefined
    saved.add(checksum)
    for (const document of removed) segment.mask(document)
    return segment
  }

  const readAll = async (): Promise<Read> => {
    saved.clear()
    const manifest = await readManifest()
    if (!manifest) return { saved: nothing, isWhole: true, manifest: '' }
    const read: (Segment | undefined)[] = []
    for (const entry of manifest.segments) read.push(await readSegment(entry))
    const segments = read.filter((segment) => segment !== undefined)
    const isWhole = segments.length === read.length
    const { revision } = manifest
    return {
      saved: { segments, revision, isComplete: manifest.isComplete && isWhole },
      isWhole,
      manifest: JSON.stringify(manifest),
    }
  }

  return {
    open: async () => {
      let index = await readAll()
      // Another program that has the archive open may have put others in their place in between.
      for (let tries = 1; tries < mostTries && !index.isWhole; tries++) {
        const again = await readAll()
        if (again.manifest === index.manifest) break
        index = again
      }
      return index.saved
    },
    save,
    commit: async ({ segments, revision, isComplete }) => {
      for (const segment of segments) if (!saved.has(segment.checksum)) await save(segment)
      if (!segments.every(({ checksum }) => saved.has(checksum))) return
      const bytes = encodeManifest({
        revision,
        mark: source.mark(revision),
        isComplete,
        segments: segments.map(({ checksum, maskedDocuments }) => ({ checksum, removed: maskedDocuments() })),
      })
      if (!(await files.write(manifestName, bytes))) return
      await files.retain(new Set([manifestName, ...segments.map(({ checksum }) => segmentName(checksum))]))
    },
  }
}
