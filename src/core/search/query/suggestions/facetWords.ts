import type { FacetName } from '#shared/facets'
import { foldWord } from '#core/search/analysis/fold'
import { isWithinEdits } from '../editDistance'
import { countColumn, type ColumnShard } from '../facetColumns'
import { byScore, editsAllowed, toAlternative, type Alternative } from './spelling'
import { createWordTable, type WordTable } from './wordTable'

/** A word of the values of one column: as it is written there first, and the numbers of the values that have it. */
interface ColumnWord {
  readonly spelled: string
  readonly numbers: number[]
}

/** The words of a column, folded, of so many of its values. */
interface ColumnWords {
  readonly words: Map<string, ColumnWord>
  readonly list: string[]
  readonly table: WordTable
  taken: number
}

const noWords = (): ColumnWords => {
  const list: string[] = []
  const table = createWordTable({ termCount: () => list.length, word: (term) => list[term] ?? '' })
  return { words: new Map(), list, table, taken: 0 }
}

/** The words that the values of a facet are made of. */
export interface FacetWords {
  /** Whether an item has a value with this word, or with one that begins so. */
  readonly has: (word: string, isBeginning: boolean) => boolean
  /** Words that are spelled nearly so, as the values spell them, likeliest first. */
  readonly alternatives: (typed: string) => readonly Alternative[]
}

/** One for an engine, since it remembers the words of the shards' columns. */
export const createFacetWords = () => {
  const memory = new WeakMap<readonly string[], ColumnWords>()

  /** A shard that grows appends to its values. */
  const wordsOf = (values: readonly string[]): ColumnWords => {
    const known = memory.get(values) ?? noWords()
    memory.set(values, known)
    for (; known.taken < values.length; known.taken++)
      for (const spelled of (values[known.taken] as string).split(/[^\p{L}\p{M}\p{N}]+/u)) {
        const word = foldWord(spelled)
        const before = known.words.get(word)
        if (before) before.numbers.push(known.taken)
        else if (word !== '') known.words.set(word, { spelled, numbers: [known.taken] })
        if (!before && word !== '') known.list.push(word)
      }
    return known
  }

  return (shards: readonly ColumnShard[], facet: FacetName): FacetWords => {
    const columns = shards.map((shard) => {
      const { words, list, table } = wordsOf(shard.column(facet).values)
      const counts = countColumn(shard, facet)
      const countOf = (word: string): number =>
        (words.get(word)?.numbers ?? []).reduce((sum, number) => sum + (counts[number] as number), 0)
      return { words, list, table, countOf }
    })
    return {
      has: (word, isBeginning) =>
        columns.some(
          ({ list, countOf }) =>
            countOf(word) > 0 ||
            (isBeginning && list.some((other) => other.startsWith(word) && countOf(other) > 0)),
        ),
      alternatives: (typed) => {
        const edits = editsAllowed(typed)
        if (edits === 0) return []
        const found = new Map<string, Alternative>()
        for (const { words, list, table, countOf } of columns)
          for (const word of table.near(typed, edits).map((number) => list[number] as string)) {
            const known = found.get(word)
            const count = countOf(word) + (known?.count ?? 0)
            if (count === 0 || !isWithinEdits(typed, word, edits)) continue
            const spelled = known?.word ?? words.get(word)?.spelled ?? word
            found.set(word, { ...toAlternative(typed, word, count), word: spelled })
          }
        return [...found.values()].sort(byScore)
      },
    }
  }
}
