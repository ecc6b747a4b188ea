import { GrowingNumbers } from '../growingNumbers'
import { ByteWriter } from '../segment/byteWriter'
import { createDictionaryWriter } from '../segment/dictionary'
import { numberBytes } from '../segment/format'
import { writePosting } from '../segment/postings'
import { sectionNames } from '../segment/sectionNames'
import { alignWords } from './alignWords'
import { createPostingGatherer } from './gatherPosting'
import type { MergeSource } from './mergeSource'
import type { DocumentPlan } from './planDocuments'

export interface MergedTerms {
  readonly size: number
  readonly sections: readonly (readonly [string, Uint8Array])[]
  /** By source: the new number of each of its terms, or -1 where no document with it is left. */
  readonly numbers: readonly Int32Array[]
}

export const mergeTerms = (sources: readonly MergeSource[], plan: DocumentPlan): MergedTerms => {
  const dictionary = createDictionaryWriter()
  const [entries, positions] = [new ByteWriter(), new ByteWriter()]
  const [entryStarts, positionStarts] = [new GrowingNumbers(), new GrowingNumbers()]
  const gatherer = createPostingGatherer()
  const orders = sources.map((source) => source.sortedTerms())
  const numbers = sources.map((source) => new Int32Array(source.termCount()).fill(-1))
  const lists = sources.map((source, from) => {
    const order = orders[from] as ArrayLike<number>
    return { size: order.length, word: (at: number) => source.word(order[at] as number) }
  })
  alignWords(lists, (word, places) => {
    for (const [from, source] of sources.entries()) {
      const place = places[from] as number
      if (place < 0) continue
      gatherer.add(source, orders[from]?.[place] as number, plan.numbers[from] as Int32Array)
    }
    const posting = gatherer.take()
    if (posting.keys.length === 0) return
    for (const [from, own] of numbers.entries()) {
      const place = places[from] as number
      if (place >= 0) own[orders[from]?.[place] as number] = entryStarts.length
    }
    dictionary.add(word)
    entryStarts.push(entries.length)
    positionStarts.push(positions.length)
    writePosting(posting, entries, positions)
  })
  const { size, bytes, blocks } = dictionary.finish()
  return {
    size,
    numbers,
    sections: [
      [sectionNames.terms, bytes],
      [sectionNames.termBlocks, numberBytes(blocks)],
      [sectionNames.entryStarts, numberBytes(entryStarts.view())],
      [sectionNames.entries, entries.view()],
      [sectionNames.positionStarts, numberBytes(positionStarts.view())],
      [sectionNames.positions, positions.view()],
    ],
  }
}
