import type { Shard } from '#core/search/index/shard'
import { countColumn, type ColumnShard } from '../facetColumns'
import { foldWords } from '../foldWords'
import type { CompletionSources, Counted } from './sources'

/** The part of a shard that completion reads. */
export type CompletionShard = ColumnShard & Pick<Shard, 'term' | 'word' | 'termsWithPrefix' | 'frequency'>

/** Values that are folded between two looks at whether anybody waits. */
const stride = 256

const byCount = (a: Counted, b: Counted): number => b.count - a.count || (a.text < b.text ? -1 : 1)

const addTo = (counts: Map<string, number>, text: string, count: number): void => {
  counts.set(text, (counts.get(text) ?? 0) + count)
}

const toCounted = (counts: ReadonlyMap<string, number>): Counted[] =>
  [...counts].map(([text, count]) => ({ text, count }))

/** The commonest terms of one shard that begin so, and some more, since others may be common elsewhere. */
const commonest = (shard: CompletionShard, prefix: string, most: number): number[] => {
  const terms = shard.termsWithPrefix(prefix)
  const wanted = most * 4
  if (terms.length <= wanted) return [...terms]
  const frequencies = Uint32Array.from(terms, (term) => shard.frequency(term))
  const least = Uint32Array.from(frequencies).sort().at(-wanted) ?? 0
  return terms.filter((_, at) => (frequencies[at] as number) >= least).slice(0, wanted * 4)
}

const countWords = (
  shards: readonly CompletionShard[],
  prefix: string,
  most: number,
  checkpoint: () => void,
): Counted[] => {
  const words = new Set(
    shards.flatMap((shard) => {
      checkpoint()
      return commonest(shard, prefix, most).map((term) => shard.word(term))
    }),
  )
  const counts = new Map<string, number>()
  for (const word of words) {
    checkpoint()
    for (const shard of shards) {
      const term = shard.term(word)
      if (term !== undefined) addTo(counts, word, shard.frequency(term))
    }
  }
  return toCounted(counts)
}

/** Completes from shards; one for an engine, since it remembers how the values of their columns fold. `checkpoint` as in `Scratch`. */
export const createShardSources = (
  checkpoint: () => void = () => undefined,
): ((shards: readonly CompletionShard[]) => CompletionSources) => {
  const memory = new WeakMap<readonly string[], string[]>()

  /** A shard that grows appends to its values. */
  const foldedOf = (values: readonly string[]): readonly string[] => {
    const folded = memory.get(values) ?? []
    memory.set(values, folded)
    for (let at = folded.length; at < values.length; at++) {
      if (at % stride === 0) checkpoint()
      folded.push(foldWords(values[at] as string))
    }
    return folded
  }

  return (shards) => ({
    words: (prefix, most) => countWords(shards, prefix, most, checkpoint).sort(byCount).slice(0, most),
    values: (facet, prefix, most) => {
      const begun = foldWords(prefix)
      const [first, inside] = [new Map<string, number>(), new Map<string, number>()]
      for (const shard of shards) {
        const { values } = shard.column(facet)
        const folded = foldedOf(values)
        checkpoint()
        for (const [number, count] of countColumn(shard, facet).entries()) {
          if (count === 0) continue
          const own = folded[number] as string
          if (own.startsWith(begun)) addTo(first, values[number] as string, count)
          else if (own.includes(` ${begun}`)) addTo(inside, values[number] as string, count)
        }
      }
      return [first, inside].flatMap((counts) => toCounted(counts).sort(byCount)).slice(0, most)
    },
  })
}
