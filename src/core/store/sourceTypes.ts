import type { Citation } from '#shared/model/citation'
import type { Event } from '#shared/model/event'
import type { Id } from '#shared/model/scalars'
import type { SourceFields } from '../records/sourceShapes'

interface Step {
  readonly id: Id
  /** What was done in one go has one step. */
  readonly stepId: Id
  readonly actor: string
}

/** Something that is done to sources: each whole or not at all. */
export type SourceChange = Step &
  (
    | { readonly deed: 'edit'; readonly sourceId: Id; readonly fields: SourceFields }
    | { readonly deed: 'merge'; readonly keptId: Id; readonly removedIds: readonly Id[] }
    /** Aliases become sources of their own, under these ids, with the citations that are printed so. */
    | {
        readonly deed: 'split'
        readonly sourceId: Id
        readonly made: readonly { readonly id: Id; readonly alias: string }[]
      }
  )

/** What names a source: a citation, a reference, or evidence of a claim. Only a citation has words as printed. */
export interface Pointer {
  readonly id: Id
  readonly sourceId?: Id | undefined
  readonly literal?: string
}

/** Which source a pointer is to name; undefined where it stays as it is. */
export type Target = (pointer: Pointer) => Id | undefined

/** A pointer that names another source than before. */
export interface Moved {
  readonly id: Id
  readonly from: Id
  readonly to: Id
}

/** An article whose citations are to name other sources: all that takes time, done before it is stored. */
export interface Repointing {
  readonly articleId: Id
  /** The event that is to follow: where the chain is longer by then, the article has to be read again. */
  readonly event: Pick<Event, 'sequence' | 'previous' | 'digest'>
  readonly citations: readonly Citation[]
  readonly moved: readonly (Moved & { readonly body: string })[]
}

/** Repointings that were made before, by article; one that does not fit any more is made anew. */
export type Prepared = ReadonlyMap<Id, Repointing>

/** Which articles a change of sources goes through, and which source their citations are to name. */
export interface SourceWork {
  readonly articleIds: readonly Id[]
  readonly target: Target
}
