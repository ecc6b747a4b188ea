import type { Id } from '#shared/model/scalars'
import { likenessOf } from '../likeness/minHash'
import { bandSlices } from '../store/catalogue/alikeness'
import type { DuplicateReader } from '../store/types'
import type { AlikeGroup, AreDifferent } from './types'

/** Share of their wording that two articles have in common to be shown together; as at an import. */
const alike = 0.8

/** Articles of one bucket that are compared with one: a band that half the archive shares says little. */
const mostOfBucket = 500

export type ArticleSource = Pick<DuplicateReader, 'buckets' | 'signature'>

type Bucket = readonly Id[]

const readBuckets = async (source: ArticleSource, pause: () => Promise<void>): Promise<Map<Id, Bucket[]>> => {
  const bucketsOf = new Map<Id, Bucket[]>()
  for (const slice of bandSlices) {
    for (const bucket of source.buckets(slice)) {
      for (const id of bucket) {
        const known = bucketsOf.get(id)
        if (known) known.push(bucket)
        else bucketsOf.set(id, [bucket])
      }
    }
    await pause()
  }
  return bucketsOf
}

/** Reads each signature once. */
const createSignatures = (source: ArticleSource) => {
  const known = new Map<Id, Uint32Array | undefined>()
  return (id: Id): Uint32Array | undefined => {
    if (!known.has(id)) known.set(id, source.signature(id))
    return known.get(id)
  }
}

/**
 * Groups of articles with most of their wording in common. Each is gathered around its first article (ids are in the order
 * of time), of which all others are alike: a chain of small changes does not draw two different texts into one group. Only
 * articles that share a band are compared.
 */
export const alikeArticles = async (
  source: ArticleSource,
  areDifferent: AreDifferent,
  pause: () => Promise<void>,
): Promise<AlikeGroup[]> => {
  const bucketsOf = await readBuckets(source, pause)
  const signature = createSignatures(source)
  const taken = new Set<Id>()
  const groups: AlikeGroup[] = []

  const candidatesOf = (id: Id): ReadonlySet<Id> =>
    new Set(
      (bucketsOf.get(id) ?? []).flatMap((bucket) =>
        bucket.filter((other) => other > id && !taken.has(other)).slice(0, mostOfBucket),
      ),
    )

  for (const id of [...bucketsOf.keys()].sort()) {
    if (taken.has(id)) continue
    await pause()
    const own = signature(id)
    if (!own) continue
    const others = [...candidatesOf(id)].flatMap((other) => {
      const theirs = signature(other)
      const likeness = theirs ? likenessOf(own, theirs) : 0
      return likeness >= alike && !areDifferent(id, other) ? [{ id: other, likeness }] : []
    })
    if (others.length === 0) continue
    for (const other of others) taken.add(other.id)
    others.sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    groups.push({ kind: 'article', reason: 'text', members: [{ id, likeness: 1 }, ...others] })
  }
  return groups
}
