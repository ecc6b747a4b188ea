import type { Shard } from '#core/search/index/shard'
import type { FacetName } from '#shared/facets'

/** The part of a shard from which the values of its documents are read. */
export type ColumnShard = Pick<Shard, 'size' | 'isMasked' | 'masked' | 'column'>

/** How many documents that count have each value of a column, by its number. */
export const countColumn = (shard: ColumnShard, facet: FacetName): Uint32Array => {
  const { values, starts, numbers } = shard.column(facet)
  const counts = new Uint32Array(values.length)
  const isMasked = shard.masked() > 0 ? shard.isMasked : () => false
  for (let document = 0; document < shard.size(); document++) {
    if (isMasked(document)) continue
    const end = starts[document + 1] as number
    for (let at = starts[document] as number; at < end; at++) {
      const number = numbers[at] as number
      counts[number] = (counts[number] as number) + 1
    }
  }
  return counts
}

/** How many documents of all shards have each value. */
export const countValues = (
  shards: readonly ColumnShard[],
  facet: FacetName,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const shard of shards) {
    const { values } = shard.column(facet)
    for (const [number, count] of countColumn(shard, facet).entries()) {
      const value = values[number] as string
      if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count)
    }
  }
  return counts
}
