import { lowerBound } from '../sortedWords'
import { ByteReader } from './byteReader'
import { ByteWriter } from './byteWriter'

/** Words in a block: its first is written whole, of each other what it does not share with the one before it. */
const blockSize = 16

/** Strings in the order of their code units, kept as bytes. */
export interface Dictionary {
  readonly size: number
  readonly word: (at: number) => string
  readonly find: (word: string) => number | undefined
  /** Place of the first word that is not less than this one. */
  readonly lowerBound: (word: string) => number
}

export interface DictionaryBytes {
  readonly size: number
  readonly bytes: Uint8Array
  /** Where each block begins. */
  readonly blocks: Uint32Array
}

const sharedBytes = (a: Uint8Array, b: Uint8Array): number => {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a[at] === b[at]) at++
  return at
}

/** Words must come in order, each once, and be well formed. */
export const createDictionaryWriter = () => {
  const writer = new ByteWriter()
  const blocks: number[] = []
  const nothing = Buffer.alloc(0)
  let before = nothing
  let size = 0
  return {
    add: (word: string): void => {
      const bytes = Buffer.from(word)
      if (size % blockSize === 0) {
        blocks.push(writer.length)
        before = nothing
      }
      const shared = sharedBytes(before, bytes)
      writer.varint(shared)
      writer.varint(bytes.length - shared)
      writer.append(bytes.subarray(shared))
      before = bytes
      size += 1
    },
    finish: (): DictionaryBytes => ({ size, bytes: writer.view(), blocks: Uint32Array.from(blocks) }),
  }
}

export const openDictionary = ({ size, bytes, blocks }: DictionaryBytes): Dictionary => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const reader = new ByteReader(bytes)
  let scratch = Buffer.alloc(256)
  // The block that was read last: words are mostly asked for in a row.
  let opened = -1
  let words: string[] = []

  const firstWord = (block: number): string => {
    if (block === opened) return words[0] as string
    reader.at = blocks[block] as number
    reader.varint()
    const length = reader.varint()
    return buffer.toString('utf8', reader.at, reader.at + length)
  }

  const open = (block: number): void => {
    if (block === opened) return
    reader.at = blocks[block] as number
    words = []
    for (let at = block * blockSize; at < Math.min(size, (block + 1) * blockSize); at++) {
      const shared = reader.varint()
      const length = reader.varint()
      if (shared + length > scratch.length)
        scratch = Buffer.concat([scratch], Math.max(shared + length, scratch.length * 2))
      buffer.copy(scratch, shared, reader.at, reader.at + length)
      reader.at += length
      words.push(scratch.toString('utf8', 0, shared + length))
    }
    opened = block
  }

  const word = (at: number): string => {
    if (at < 0 || at >= size) return ''
    open(Math.floor(at / blockSize))
    return words[at % blockSize] as string
  }

  const place = (wanted: string): number => {
    const block = lowerBound(blocks.length, firstWord, wanted)
    // It may stand in the block before the first one that begins behind it.
    if (block === 0) return 0
    open(block - 1)
    return (block - 1) * blockSize + lowerBound(words.length, (at) => words[at] as string, wanted)
  }

  return {
    size,
    word,
    lowerBound: place,
    find: (wanted) => {
      const at = place(wanted)
      return at < size && word(at) === wanted ? at : undefined
    },
  }
}
