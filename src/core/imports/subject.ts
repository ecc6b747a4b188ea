import { posix } from 'node:path'
import { dirname, join } from 'node:path'
import type { Sha256 } from '#shared/model/scalars'
import { displayName } from '../records/displayName'
import type { FilePath, StagedFile } from '../store/types'
import type { InnerSpace } from './innerSpace'
import type { KeptFile } from './types'

/** A file that is staged and about to be judged: the user's own, or one that came out of another. */
export interface Subject {
  /** Safe to show; `mail.eml > photo.jpg` for a file inside. */
  readonly name: string
  readonly rawName: string
  readonly path: FilePath
  readonly outer: Sha256
  readonly containerPath: readonly string[]
  /** Where it stands among the other files, as a key: nothing is ever opened by it. */
  readonly place: string
  readonly staged: StagedFile
  readonly companions: readonly StagedCompanion[]
  /** In how many files it stands. */
  readonly depth: number
  readonly space: InnerSpace
}

/** A small file beside a picture. `path` and `outer` as those of a subject. */
export interface StagedCompanion extends Pick<Subject, 'name' | 'rawName' | 'path' | 'outer'> {
  readonly staged: StagedFile
}

const inside = '\0'

export const innerPlace = (outer: string, name: string): string => `${outer}${inside}${name}`

/** The place of what a file names beside itself. A name that leads out of the file that holds it leads nowhere. */
const placeBeside = (place: string, name: string): string => {
  const at = place.lastIndexOf(inside)
  if (at < 0) return join(dirname(place), name)
  return innerPlace(place.slice(0, at), posix.join(posix.dirname(place.slice(at + 1)), name))
}

/** Where a picture may be that a page or document names: inside it, else beside it. */
export const picturePlaces = (place: string, name: string): readonly string[] => [
  innerPlace(place, name),
  placeBeside(place, name),
]

/** A file that came out of another, with as much of its origin as that has. */
export const innerSubject = (
  outer: Subject,
  { rawName, staged, companions }: Pick<Subject, 'rawName' | 'staged' | 'companions'>,
): Subject => ({
  name: `${outer.name} > ${displayName(rawName)}`,
  rawName,
  path: outer.path,
  outer: outer.outer,
  containerPath: [...outer.containerPath, displayName(outer.rawName)],
  place: innerPlace(outer.place, rawName),
  staged,
  companions,
  depth: outer.depth + 1,
  space: outer.space,
})

/** A file that belongs to another, and is to be judged by itself. */
export const companionSubject = (picture: Subject, companion: StagedCompanion): Subject => ({
  ...picture,
  ...companion,
  place: placeBeside(picture.place, companion.rawName),
  companions: [],
})

export const keptFileOf = (
  { path, outer, rawName, containerPath }: Subject,
  staged: StagedFile,
  mediaType: string,
): KeptFile => ({ path, outer, rawName, containerPath, staged, mediaType })
