import { copyMarks, isMarked, mark, type Marks } from '#core/search/index/marks'
import type { Shard } from '#core/search/index/shard'
import { sizeOf, type Scratch, type Slice } from './scratch'

/** How far a document's number lies above the rest of what is packed. */
export const shifts = { entry: 12, key: 4, document: 0 } as const

/** Makes lists of unmasked documents of a shard, each once, rising. */
export interface DocumentLists {
  /** The different documents of lists of entries, keys or documents. */
  readonly different: (
    lists: readonly Slice[],
    shift: (typeof shifts)[keyof typeof shifts],
    within: Marks | undefined,
  ) => Slice
  readonly ofKeys: (keys: readonly number[]) => Slice
  readonly keep: (list: Slice, test: (document: number) => boolean) => Slice
  readonly everyone: (within: Marks | undefined) => Slice
}

export const createDocumentLists = (scratch: Scratch, shard: Shard): DocumentLists => {
  const different: DocumentLists['different'] = (lists, shift, within) => {
    const values = scratch.reserve(lists.reduce((sum, list) => sum + sizeOf(list), 0))
    const seen = scratch.takeMarks()
    for (const list of lists)
      for (let place = list.start; place < list.end; place++) mark(seen, (values[place] as number) >>> shift)
    if (within)
      for (let at = 0; at < seen.length; at++) seen[at] = (seen[at] as number) & (within[at] as number)
    const documents = scratch.close(copyMarks(seen, values, scratch.top))
    scratch.giveMarks(seen)
    return documents
  }

  return {
    different,
    ofKeys: (keys) => {
      scratch.reserve(keys.length).set(keys, scratch.top)
      return different([scratch.close(scratch.top + keys.length)], shifts.key, undefined)
    },
    keep: (list, test) => {
      const values = scratch.reserve(sizeOf(list))
      let end = scratch.top
      for (let place = list.start; place < list.end; place++)
        if (test(values[place] as number)) values[end++] = values[place] as number
      return scratch.close(end)
    },
    everyone: (within) => {
      const size = shard.size()
      const values = scratch.reserve(size)
      const masked = shard.masked() > 0
      let end = scratch.top
      for (let document = 0; document < size; document++)
        if (!(within && !isMarked(within, document)) && !(masked && shard.isMasked(document)))
          values[end++] = document
      return scratch.close(end)
    },
  }
}
