import type { IndexState } from '#shared/contract/library'
import type { Place, QueryNote, Range } from '#shared/contract/search'
import type { ItemKind } from '#shared/model/kinds'
import type { Completion } from './query/completion/completion'
import type { Id } from '#shared/model/scalars'
import type { FacetName } from '#shared/facets'

/** One text of a document: a passage under its label, or a field such as `headline`, `byline`, `caption`. */
export interface DocumentText {
  readonly field: string
  readonly passage?: string
  readonly text: string
  readonly language?: string
}

/** Values by facet, as they are filtered by and counted. */
export type DocumentFacets = Readonly<Partial<Record<FacetName, readonly string[]>>>

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
  /** `has` and `is` hold what `has:photo` and `is:unsourced` ask for; `month` is `2019-03`, or `2019` where only the year is known. */
  readonly facets: DocumentFacets
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

/** `month` takes `2019`, `2019-03`, or an interval `2019-03/2020-01` whose ends may be left open. */
export interface FacetFilter {
  readonly facet: FacetName
  readonly value: string
  readonly excluded?: boolean | undefined
}

export type SortOrder = 'relevance' | 'newest' | 'oldest' | 'headline'

/** Included values of one facet are alternatives; facets must all hold; excluded values must not. */
export interface SearchQuery {
  readonly text: string
  readonly filters?: readonly FacetFilter[]
  /** `relevance` where absent. */
  readonly sort?: SortOrder
  readonly offset: number
  readonly limit: number
  readonly placesPerHit: number
  /** Whether values of facets are counted; true where absent. */
  readonly facets?: boolean
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
  /** Words of the item that matched across scripts only. */
  readonly foundAs?: readonly string[]
}

/** The commonest values (months: all, in their order), counted without the facet's own included filters. */
export interface FacetCounts {
  readonly facet: FacetName
  readonly values: readonly { readonly value: string; readonly count: number }[]
  /** Values that are not listed. */
  readonly more: number
}

export interface SearchAnswer {
  readonly readAs: 'query' | 'words'
  readonly notes: readonly QueryNote[]
  readonly total: number
  /** Facets with a value among the matches; none where they were not asked for. */
  readonly facets: readonly FacetCounts[]
  readonly hits: readonly SearchHit[]
  readonly unknownWords: readonly string[]
  /** Whole queries that would find something. */
  readonly suggestions: readonly string[]
}

export interface PlaceRanges {
  readonly field: string
  readonly passage?: string
  readonly ranges: readonly Range[]
}

/** What a hit list is made of, in its order. */
export interface HitList extends Pick<SearchQuery, 'filters' | 'sort'> {
  /** How many of the first; all where absent. */
  readonly most?: number
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
  /** Ids of the hits, best first or as `sort` says: a selection by query, a hit list. */
  readonly select: (text: string, list?: HitList, signal?: AbortSignal) => Promise<readonly Id[]>
  readonly places: (text: string, id: Id, signal?: AbortSignal) => Promise<readonly PlaceRanges[]>
  /** How the text may go on at the code point `cursor`. */
  readonly complete: (text: string, cursor: number, signal?: AbortSignal) => Promise<Completion>
  readonly state: () => IndexState
  readonly onState: (listener: (state: IndexState) => void) => () => void
  /** Tells the engine that the catalogue has a newer revision; resolves once what it brought is searchable. */
  readonly catchUp: () => Promise<void>
  /** Throws derived files away and builds anew; resolves with the number of items. */
  readonly rebuild: (signal?: AbortSignal) => Promise<number>
  readonly close: () => Promise<void>
}
