import type { DocumentSource } from '#core/search/types'
import type { IndexFiles } from './indexFiles'
import { decodeManifest, encodeManifest, manifestName, segmentName, type Manifest } from './manifest'
import { isWhole } from './segment/format'
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
  /** Says which segments count from now on, and removes all other files. */
  readonly commit: (index: SavedIndex) => Promise<void>
}

export interface SegmentStoreOptions {
  readonly files: IndexFiles
  readonly source: DocumentSource
  /** Whether saved bytes are whole; the tests of the checksum pass another. */
  readonly isWhole?: (bytes: Uint8Array) => boolean
}

const nothing: SavedIndex = { segments: [], revision: 0, isComplete: true }

export const createSegmentStore = ({
  files,
  source,
  isWhole: check = isWhole,
}: SegmentStoreOptions): SegmentStore => {
  const saved = new Set<string>()

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

  return {
    open: async () => {
      const manifest = await readManifest()
      if (!manifest) return nothing
      const read: (Segment | undefined)[] = []
      for (const entry of manifest.segments) read.push(await readSegment(entry))
      const segments = read.filter((segment) => segment !== undefined)
      return {
        segments,
        revision: manifest.revision,
        isComplete: manifest.isComplete && segments.length === read.length,
      }
    },
    save: async (segment) => {
      if (await files.write(segmentName(segment.checksum), segment.bytes)) saved.add(segment.checksum)
    },
    commit: async ({ segments, revision, isComplete }) => {
      const listed = segments.filter(({ checksum }) => saved.has(checksum))
      const bytes = encodeManifest({
        revision,
        mark: source.mark(revision),
        isComplete: isComplete && listed.length === segments.length,
        segments: listed.map(({ checksum, maskedDocuments }) => ({ checksum, removed: maskedDocuments() })),
      })
      if (!(await files.write(manifestName, bytes))) return
      await files.retain(new Set([manifestName, ...listed.map(({ checksum }) => segmentName(checksum))]))
    },
  }
}
