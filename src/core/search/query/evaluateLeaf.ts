import { isMarked, type Marks } from '#core/search/index/marks'
import type { Shard } from '#core/search/index/shard'
import { costOf } from './cost'
import { shifts, type DocumentLists } from './documentLists'
import { gather } from './gather'
import { nearKeys, placesOf } from './nearPlaces'
import type { LeafPlan, NearPlan, TermPlan, WordGroup } from './plan'
import type { Scratch, Slice } from './scratch'
import { phraseSpans } from './spans'
import type { Measured } from './statistics'

/** Which documents a part of a query is looked for in. */
export interface Scope {
  readonly within: Marks | undefined
  /** Whether all that matches the whole query is among them, so that what is found here need not be looked for again. */
  readonly holdsMatches: boolean
}

/** Finds words, phrases and NEARs in one shard, and remembers what it found among all that matches. */
export interface LeafFinder {
  readonly documents: (leaf: LeafPlan, scope: Scope) => Slice
  /** By group, a word's occurrences in the documents of the scope, and perhaps in others. */
  readonly occurrences: (term: TermPlan, scope: Scope) => readonly Slice[]
}

export interface LeafFinderOptions {
  readonly scratch: Scratch
  readonly lists: DocumentLists
  readonly shard: Shard
  /** Its place among the shards. */
  readonly at: number
  readonly measured: Measured
}

export const createLeafFinder = ({ scratch, lists, shard, at, measured }: LeafFinderOptions): LeafFinder => {
  const knownOccurrences = new Map<WordGroup, Slice>()
  const knownDocuments = new Map<LeafPlan, Slice>()

  const occurrences: LeafFinder['occurrences'] = ({ groups, field }, { within, holdsMatches }) =>
    groups.map((group) => {
      const known = knownOccurrences.get(group)
      if (known) return known
      const found = gather(scratch, shard, group.terms[at] ?? [], { field, within })
      if (holdsMatches) knownOccurrences.set(group, found)
      return found
    })

  const near = ({ left, right, distance }: NearPlan, { within }: Scope): Slice => {
    const inOrder = costOf(left, at, measured) <= costOf(right, at, measured)
    const [rarer, other] = inOrder ? [left, right] : [right, left]
    const first = find(rarer, { within, holdsMatches: false })
    const firstMarks = scratch.markedBy(first)
    scratch.checkpoint()
    const both = find(other, { within: firstMarks, holdsMatches: false })
    scratch.giveMarks(firstMarks)
    const marks = scratch.markedBy(both)
    const { checkpoint } = scratch
    const asked = { shard, at, within: marks, checkpoint }
    const keys = nearKeys(placesOf(left, asked), placesOf(right, asked), distance, checkpoint)
    scratch.giveMarks(marks)
    return lists.ofKeys(keys)
  }

  const find = (leaf: LeafPlan, scope: Scope): Slice => {
    const { within } = scope
    switch (leaf.type) {
      case 'term':
        return lists.different(occurrences(leaf, scope), shifts.entry, within)
      case 'phrase':
        return lists.ofKeys(phraseSpans(shard, at, leaf, { field: leaf.field, within }).keys)
      case 'near':
        return near(leaf, scope)
    }
  }

  return {
    occurrences,
    documents: (leaf, scope) => {
      const known = knownDocuments.get(leaf)
      const { within } = scope
      if (known) return within ? lists.keep(known, (document) => isMarked(within, document)) : known
      const found = find(leaf, scope)
      if (scope.holdsMatches) knownDocuments.set(leaf, found)
      return found
    },
  }
}
