import { documentOf, fieldOf, type Posting } from '../shard'
import { GrowingNumbers } from '../growingNumbers'
import type { MergeSource } from './mergeSource'

/** Collects one term's entries from several sources under their new document numbers. */
export interface PostingGatherer {
  readonly add: (source: MergeSource, term: number, numbers: Int32Array) => void
  /** What was added, by rising keys; a view, valid until the next `add`, which begins anew. */
  readonly take: () => Posting
}

export const createPostingGatherer = (): PostingGatherer => {
  const keys = new GrowingNumbers()
  const starts = new GrowingNumbers()
  const values = new GrowingNumbers()
  let isSorted = true
  let isTaken = false

  const begin = (): void => {
    isTaken = false
    isSorted = true
    for (const list of [keys, starts, values]) list.clear()
  }

  const sorted = (): Posting => {
    const order = Uint32Array.from(keys.view().keys()).sort((a, b) => keys.at(a) - keys.at(b))
    const ordered = { keys: new Uint32Array(order.length), starts: new Uint32Array(order.length + 1) }
    const moved = new Uint32Array(values.length)
    let to = 0
    for (const [at, from] of order.entries()) {
      const own = values.view().subarray(starts.at(from), starts.at(from + 1))
      ordered.keys[at] = keys.at(from)
      ordered.starts[at] = to
      moved.set(own, to)
      to += own.length
    }
    ordered.starts[order.length] = to
    return { ...ordered, values: moved }
  }

  return {
    add: (source, term, numbers) => {
      if (isTaken) begin()
      const posting = source.posting(term)
      for (let at = 0; at < posting.keys.length; at++) {
        const old = posting.keys[at] as number
        const document = numbers[documentOf(old)] as number
        if (document < 0) continue
        const key = (document << 4) | fieldOf(old)
        if (keys.length > 0 && key < keys.at(keys.length - 1)) isSorted = false
        keys.push(key)
        starts.push(values.length)
        const to = posting.starts[at + 1] as number
        for (let place = posting.starts[at] as number; place < to; place++)
          values.push(posting.values[place] as number)
      }
    },
    take: () => {
      if (isTaken) begin()
      isTaken = true
      starts.push(values.length)
      return isSorted ? { keys: keys.view(), starts: starts.view(), values: values.view() } : sorted()
    },
  }
}
