import type { FilingKind } from '#shared/contract/filing'
import type { Event } from '#shared/model/event'
import type { ItemKind } from '#shared/model/kinds'
import type { Id } from '#shared/model/scalars'

/** Another list of names for an article; the same object where it is to stay. Throws what stands against it. */
export type ChangeNames = (held: readonly string[], id: Id) => readonly string[]

/** Which articles are to have other tags, or other collections. */
export interface Refiling {
  readonly kind: FilingKind
  readonly ids: readonly Id[]
  readonly change: ChangeNames
  readonly actor: string
}

/** An article whose names are to be others: all that takes time, done before it is stored. */
export interface PreparedFiling {
  readonly articleId: Id
  /** The event that is to follow: where the chain is longer by then, the article has to be read again. */
  readonly event: Pick<Event, 'sequence' | 'previous' | 'digest'>
  readonly body: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export type FiledArticle = Pick<PreparedFiling, 'articleId' | 'before' | 'after'>

export interface FilingReader {
  /** Of each of these items that is there (in the trash is not there), what it is. */
  readonly kinds: (ids: readonly Id[]) => ReadonlyMap<Id, ItemKind>
  /** Undefined where nothing of the article is to change. */
  readonly prepare: (id: Id, refiling: Pick<Refiling, 'kind' | 'change'>) => PreparedFiling | undefined
}
