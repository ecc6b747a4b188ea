import type { Id } from '#shared/model/scalars'
import type { AreDifferent } from '../duplicates/types'
import type { SourceReader } from '../store/types'
import type { KeysOf } from './createKeyMemory'

/** Why sources may be one: the same words, or the same but for words that are said of many. */
export type SpellingReason = 'same-words' | 'nearly'

export interface SpellingGroup {
  readonly reason: SpellingReason
  /** In the order in which they were added; others are like the first. */
  readonly ids: readonly Id[]
}

/** Sources that are read at once. */
const pageSize = 500

interface Buckets {
  /** In the order of adding. */
  readonly keysOf: ReadonlyMap<Id, readonly string[]>
  readonly sourcesBy: ReadonlyMap<string, readonly Id[]>
}

const isExact = (key: string): boolean => !key.startsWith('~')

const readBuckets = async (
  names: SourceReader['names'],
  keysOfName: KeysOf,
  pause: () => Promise<void>,
): Promise<Buckets> => {
  const keysOf = new Map<Id, readonly string[]>()
  const sourcesBy = new Map<string, Id[]>()
  for (let page = names(0, pageSize); page.length > 0; page = names(page.at(-1)?.place ?? 0, pageSize)) {
    for (const source of page) {
      const keys = [...new Set(source.names.flatMap(keysOfName))]
      keysOf.set(source.id, keys)
      for (const key of keys) {
        const known = sourcesBy.get(key)
        if (known) known.push(source.id)
        else sourcesBy.set(key, [source.id])
      }
    }
    await pause()
  }
  return { keysOf, sourcesBy }
}

/**
 * Groups of sources that may be one. Each is gathered around the source that came first: all others share a key with that
 * one, so that a chain of small differences draws no strangers together. What was said to be different is left out.
 */
export const findGroups = async (
  names: SourceReader['names'],
  keysOfName: KeysOf,
  areDifferent: AreDifferent,
  pause: () => Promise<void>,
): Promise<SpellingGroup[]> => {
  const { keysOf, sourcesBy } = await readBuckets(names, keysOfName, pause)
  const taken = new Set<Id>()
  const groups: SpellingGroup[] = []
  const places = new Map([...keysOf.keys()].map((id, place) => [id, place]))
  const placeOf = (id: Id): number => places.get(id) ?? 0

  const gather = (id: Id, keys: readonly string[]): ReadonlySet<Id> =>
    new Set(
      keys.flatMap((key) =>
        (sourcesBy.get(key) ?? []).filter(
          (other) => other !== id && !taken.has(other) && !areDifferent(id, other),
        ),
      ),
    )

  for (const [id, keys] of keysOf) {
    if (taken.has(id)) continue
    const others = gather(id, keys)
    if (others.size > 0) {
      const exact = gather(id, keys.filter(isExact))
      const reason = [...others].every((other) => exact.has(other)) ? 'same-words' : 'nearly'
      taken.add(id)
      for (const other of others) taken.add(other)
      groups.push({ reason, ids: [id, ...[...others].sort((a, b) => placeOf(a) - placeOf(b))] })
    }
    await pause()
  }
  const rank = ({ reason }: SpellingGroup): number => (reason === 'same-words' ? 0 : 1)
  return groups.sort((a, b) => rank(a) - rank(b))
}
