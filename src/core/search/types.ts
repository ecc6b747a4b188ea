import type { IndexState } from '#shared/contract/library'
import type { Place, QueryNote, Range } from '#shared/contract/search'
import type { ItemKind } from '#shared/model/kinds'
import type { Id } from '#shared/model/scalars'
import type { FacetName } from './index/shard'

/** One text of a document: a passage under its label, or a field such as `headline`, `byline`, `caption`. */
export interface DocumentText {
  readonly field: string
  readonly passage?: string
  readonly text: string
  readonly language?: string
}

/** What the engine indexes: knows nothing of articles or of a database. */
export interface SearchDocument {
  readonly id: Id
  readonly kind: ItemKind
  readonly title: string
  readonly subtitle?: string
  /** EDTF. */
  readonly published?: string
  readonly language?: string
  readonly texts: readonly DocumentText[]
  /** What `has:` and `is:` ask for: `has:slot`, `is:unsourced`. */
  readonly flags: readonly string[]
  /** By what else it is narrowed and counted. */
  readonly facets?: Readonly<Partial<Record<FacetName, readonly string[]>>>
}

/** Where documents come from. Revisions grow with each commit. */
export interface DocumentSource {
  readonly revision: () => number
  readonly total: () => number
  /** Ids that were added, changed or removed after a revision; all where it is 0. */
  readonly changesSince: (revision: number) => { readonly revision: number; readonly ids: readonly Id[] }
  /** Documents in the order asked for; a removed one is absent. */
  readonly read: (ids: readonly Id[]) => readonly SearchDocument[]
  /**
   * What tells the change of a revision from that of the same number in another archive, or in another course of this one;
   * `undefined` where there was none.
   */
  readonly mark: (revision: number) => string | undefined
  readonly close: () => void
}

export interface SearchQuery {
  readonly text: string
  readonly kinds?: readonly ItemKind[]
  readonly languages?: readonly string[]
  readonly offset: number
  readonly limit: number
  readonly placesPerHit: number
}

export interface SearchHit {
  readonly id: Id
  readonly kind: ItemKind
  readonly title: string
  readonly subtitle?: string
  readonly published?: string
  readonly language?: string
  readonly score: number
  readonly places: readonly Place[]
  readonly placesTotal: number
}

/** How many match of each kind and language; what does not match is not told. */
export interface SearchFacets {
  readonly kinds: readonly { readonly kind: ItemKind; readonly count: number }[]
  readonly languages: readonly { readonly language: string; readonly count: number }[]
}

export interface SearchAnswer {
  readonly readAs: 'query' | 'words'
  readonly notes: readonly QueryNote[]
  readonly total: number
  readonly facets: SearchFacets
  readonly hits: readonly SearchHit[]
  readonly unknownWords: readonly string[]
}

export interface PlaceRanges {
  readonly field: string
  readonly passage?: string
  readonly ranges: readonly Range[]
}

/**
 * The engine as the core sees it, in a worker of its own. A newer `query` makes an older one that still waits reject with
 * `cancelled`, where both come from the same `client`.
 */
export interface SearchService {
  readonly query: (
    query: SearchQuery,
    options?: { readonly client?: string; readonly signal?: AbortSignal },
  ) => Promise<SearchAnswer>
  /** Ids of all hits, best first, for a selection by query. */
  readonly select: (text: string) => Promise<readonly Id[]>
  readonly places: (text: string, id: Id) => Promise<readonly PlaceRanges[]>
  readonly state: () => IndexState
  readonly onState: (listener: (state: IndexState) => void) => () => void
  /** Tells the engine that the catalogue has a newer revision; resolves once what it brought is searchable. */
  readonly catchUp: () => Promise<void>
  /** Throws derived files away and builds anew; resolves with the number of items. */
  readonly rebuild: (signal?: AbortSignal) => Promise<number>
  readonly close: () => Promise<void>
}
