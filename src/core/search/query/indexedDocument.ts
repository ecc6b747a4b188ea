import type { ItemKind } from '#shared/model/kinds'
import type { Id } from '#shared/model/scalars'
import type { FacetName, Shard } from '#core/search/index/shard'

/** What a filter asks of a document without reading it. */
export interface IndexedDocument {
  readonly id: Id
  readonly kind: ItemKind
  /** Earliest and latest day since 1970-01-01. */
  readonly published?: readonly [earliest: number, latest: number]
  readonly language?: string
  readonly flags: readonly string[]
}

const valuesOf = (shard: Shard, facet: FacetName, document: number): string[] => {
  const { values, starts, numbers } = shard.column(facet)
  const found: string[] = []
  for (let at = starts[document] ?? 0; at < (starts[document + 1] ?? 0); at++)
    found.push(values[numbers[at] ?? 0] ?? '')
  return found
}

export const indexedDocument = (shard: Shard, document: number): IndexedDocument => {
  const published = shard.published(document)
  const [kind] = valuesOf(shard, 'kind', document)
  const [language] = valuesOf(shard, 'language', document)
  return {
    id: shard.id(document),
    kind: kind as ItemKind,
    flags: (['has', 'is'] as const).flatMap((facet) =>
      valuesOf(shard, facet, document).map((value) => `${facet}:${value}`),
    ),
    ...(published ? { published } : {}),
    ...(language === undefined ? {} : { language }),
  }
}
