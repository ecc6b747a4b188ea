import { documentOf, type Posting } from '../shard'
import { ByteReader } from './byteReader'
import type { ByteWriter } from './byteWriter'
import { createEntryReader, type EntryReader } from './entryReader'

const documentsIn = (keys: Uint32Array): number => {
  let documents = 0
  for (let at = 0; at < keys.length; at++)
    if (at === 0 || documentOf(keys[at] as number) !== documentOf(keys[at - 1] as number)) documents += 1
  return documents
}

/**
 * A term's entries: how many, in how many documents, then for each the step from the document before; its lowest bit says that
 * it stands in field 0 and once, else field and count follow. Positions go to bytes of their own, each as the step from the
 * one before it in its entry, so that a query without phrases never touches them.
 */
export const writePosting = (
  { keys, starts, values }: Posting,
  entries: ByteWriter,
  positions: ByteWriter,
): void => {
  const documents = documentsIn(keys)
  entries.varint((keys.length << 1) | (documents === keys.length ? 1 : 0))
  if (documents !== keys.length) entries.varint(documents)
  let before = 0
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number
    const from = starts[at] as number
    const to = starts[at + 1] as number
    const document = documentOf(key)
    const field = key & 15
    const isPlain = field === 0 && to - from === 1
    entries.varint(((document - before) << 1) | (isPlain ? 1 : 0))
    if (!isPlain) entries.varint(((to - from - 1) << 4) | field)
    before = document
    let position = 0
    for (let place = from; place < to; place++) {
      const value = values[place] as number
      positions.varint(value - position)
      position = value
    }
  }
}

/** Reads postings of one segment. What it gives are views, valid until the next call. */
export interface PostingReader extends EntryReader {
  readonly entries: (start: number) => Uint32Array
  readonly posting: (start: number, positionStart: number) => Posting
}

export const createPostingReader = (entryBytes: Uint8Array, positionBytes: Uint8Array): PostingReader => {
  const reader = new ByteReader(entryBytes)
  const entries = createEntryReader(entryBytes)
  const positionReader = new ByteReader(positionBytes)
  let keys = new Uint32Array(256)
  let packed = new Uint32Array(256)
  let starts = new Uint32Array(257)
  let values = new Uint32Array(1024)

  /** Number of entries; reads on behind the number of documents. */
  const begin = (start: number): number => {
    const head = reader.varintAt(start)
    if ((head & 1) === 0) reader.varint()
    return head >>> 1
  }

  /** Keys, and where each one's positions begin. */
  const readKeys = (size: number): void => {
    if (size > keys.length) {
      keys = new Uint32Array(size * 2)
      starts = new Uint32Array(size * 2 + 1)
    }
    let document = 0
    let place = 0
    for (let at = 0; at < size; at++) {
      const step = reader.varint()
      document += step >>> 1
      starts[at] = place
      if ((step & 1) === 1) {
        keys[at] = document << 4
        place += 1
      } else {
        const rest = reader.varint()
        keys[at] = (document << 4) | (rest & 15)
        place += (rest >>> 4) + 1
      }
    }
    starts[size] = place
    if (place > values.length) values = new Uint32Array(place * 2)
  }

  return {
    frequency: entries.frequency,
    entryCount: entries.entryCount,
    copyEntries: entries.copyEntries,
    entries: (start) => {
      const size = entries.entryCount(start)
      if (size > packed.length) packed = new Uint32Array(size * 2)
      return packed.subarray(0, entries.copyEntries(start, packed, 0, undefined))
    },
    posting: (start, positionStart) => {
      const size = begin(start)
      readKeys(size)
      positionReader.at = positionStart
      for (let at = 0, place = 0; at < size; at++) {
        const end = starts[at + 1] as number
        for (let position = 0; place < end; place++) {
          position += positionReader.varint()
          values[place] = position
        }
      }
      return {
        keys: keys.subarray(0, size),
        starts: starts.subarray(0, size + 1),
        values: values.subarray(0, starts[size]),
      }
    },
  }
}
