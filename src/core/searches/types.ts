import type { ItemKind } from '#shared/model/kinds'
import type { SearchAsked } from '#shared/model/savedSearch'
import type { SearchAnswer, SearchHit } from '../search/types'

export interface Asked extends SearchAsked {
  readonly offset: number
  readonly limit: number
}

export type KindCounts = Readonly<Record<ItemKind, number>>

export interface Answered extends Pick<SearchAnswer, 'notes'> {
  readonly total: number
  readonly hits: readonly SearchHit[]
  readonly kinds: KindCounts
}

/** All that is asked of the search engine here. */
export type AskSearch = (asked: Asked, signal?: AbortSignal) => Promise<Answered>
