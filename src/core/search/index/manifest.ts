import { createHash } from 'node:crypto'
import { analyserVersion } from '#core/search/analysis/analyser'

export const manifestName = 'manifest.json'

export interface SavedSegment {
  /** SHA-256 of its content, in hex. */
  readonly checksum: string
  /** Numbers of the documents that were changed or removed since it was made. */
  readonly removed: readonly number[]
}

/** Which segments make up the index, and what they cover. */
export interface Manifest {
  readonly format: 1
  readonly analyser: string
  /** What was changed after this revision of the source is not in the segments, or is again. */
  readonly revision: number
  /** The source's mark of that revision. */
  readonly mark: string | undefined
  /** Whether the segments hold all that was changed up to that revision; false while an index is being made. */
  readonly isComplete: boolean
  readonly segments: readonly SavedSegment[]
}

export const segmentName = (checksum: string): string => `${checksum.slice(0, 32)}.segment`

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

export const encodeManifest = (manifest: Omit<Manifest, 'format' | 'analyser'>): Uint8Array => {
  const whole: Manifest = { format: 1, analyser: analyserVersion, ...manifest }
  const text = JSON.stringify(whole)
  return new TextEncoder().encode(`{"sha256":"${digest(text)}","manifest":${text}}\n`)
}

interface ManifestFile {
  readonly sha256?: unknown
  readonly manifest?: Manifest
}

const parse = (bytes: Uint8Array): ManifestFile | undefined => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as ManifestFile
  } catch {
    // Half written or damaged: as if there were none.
    return undefined
  }
}

/** `undefined` where it is damaged, or of another version of the format or of the analyser. */
export const decodeManifest = (bytes: Uint8Array): Manifest | undefined => {
  const { manifest, sha256 } = parse(bytes) ?? {}
  if (!manifest || digest(JSON.stringify(manifest)) !== sha256) return undefined
  return (manifest.format as number) === 1 && manifest.analyser === analyserVersion ? manifest : undefined
}
