import type { Id } from '#shared/model/scalars'
import type { CoveredSource } from '../store/catalogue/coverage'

/** That an article cites a source: in so many passages, by so many citations. */
export interface Cited {
  readonly sourceId: Id
  readonly passages: number
  readonly citations: number
}

export interface CitingArticle {
  readonly id: Id
  readonly headline: string
  readonly published?: string
  readonly publisher?: string
  /** Passages that cite anything, each once. */
  readonly passages: number
  readonly citations: number
  /** Each source once. */
  readonly cited: readonly Cited[]
}

/** Articles with what they cite: all that an overview is made of. */
export interface Coverage {
  readonly articles: readonly CitingArticle[]
  readonly sources: ReadonlyMap<Id, CoveredSource>
  /** Items of the scope that are no articles. */
  readonly others: number
}

/** Lets others have their turn when work has gone on for a while. */
export type Pause = () => Promise<void>
