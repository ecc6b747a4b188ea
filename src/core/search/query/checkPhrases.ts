import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { Analyser } from '#core/search/analysis/analyser'
import { phraseTokens } from '#core/search/analysis/tokenise'
import { indexedField } from '#core/search/fields'
import type { Shard } from '#core/search/index/shard'
import type { SearchDocument } from '#core/search/types'
import type { PhrasePlan } from './plan'

/** The words of a text in a row, each between spaces, so that a phrase is a piece of it. */
interface Row {
  readonly field: number
  readonly words: string
}

export interface PhraseChecker {
  /** By shard, the documents among the candidates in whose text the words follow one another. */
  readonly check: (
    phrase: PhrasePlan,
    shards: readonly Shard[],
    candidates: readonly Uint8Array[],
    signal?: AbortSignal,
  ) => Promise<readonly Uint8Array[]>
  /** A document's text is another now. */
  readonly forget: (id: Id) => void
}

/** Documents read between two looks at whether anybody still waits. */
const slice = 32
const mostRemembered = 5000

const between = (words: readonly string[]): string => ` ${words.join(' ')} `

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Checks phrases against the texts, a slice at a time; remembers the words of the documents that it read last. */
export const createPhraseChecker = (
  read: (ids: readonly Id[]) => readonly SearchDocument[],
  analyser: Analyser,
): PhraseChecker => {
  const remembered = new Map<Id, readonly Row[]>()

  const rowsOf = (document: SearchDocument): readonly Row[] =>
    document.texts.map(({ field, text }) => ({
      field: indexedField(field),
      words: between(phraseTokens(analyser.tokenise(text)).map(({ word }) => word)),
    }))

  const recall = (ids: readonly Id[]): ReadonlyMap<Id, readonly Row[]> => {
    const rows = new Map<Id, readonly Row[]>()
    for (const id of ids) {
      const known = remembered.get(id)
      if (known) rows.set(id, known)
    }
    for (const document of read(ids.filter((id) => !rows.has(id)))) {
      const words = rowsOf(document)
      rows.set(document.id, words)
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(document.id, words)
    }
    return rows
  }

  const checkShard = async (
    phrase: PhrasePlan,
    shard: Shard,
    candidates: Uint8Array,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> => {
    const wanted = between(phrase.words)
    const confirmed = new Uint8Array(candidates.length)
    const numbers = [...candidates.keys()].filter((number) => candidates[number] && !shard.isMasked(number))
    for (let at = 0; at < numbers.length; at += slice) {
      if (at > 0) await pause()
      if (signal?.aborted) throw new CuttingsError('cancelled')
      const part = numbers.slice(at, at + slice)
      const rows = recall(part.map((number) => shard.id(number)))
      for (const number of part) {
        const row = rows.get(shard.id(number)) ?? []
        const inField = row.filter(({ field }) => phrase.field === undefined || field === phrase.field)
        if (inField.some(({ words }) => words.includes(wanted))) confirmed[number] = 1
      }
    }
    return confirmed
  }

  return {
    check: async (phrase, shards, candidates, signal) => {
      const confirmed: Uint8Array[] = []
      for (const [at, shard] of shards.entries())
        confirmed.push(await checkShard(phrase, shard, candidates[at] as Uint8Array, signal))
      return confirmed
    },
    forget: (id) => remembered.delete(id),
  }
}
