import { firstFalse } from '../sortedWords'
import { ByteReader } from './byteReader'
import { ByteWriter } from './byteWriter'

/** Words in a block: its first is written whole, of each other what it does not share with the one before it. */
const blockSize = 16

/** Strings in the order of their code units, kept as bytes. */
export interface Dictionary {
  readonly size: number
  readonly word: (at: number) => string
  readonly find: (word: string) => number | undefined
  /** Words with a prefix: from this place up to that one. */
  readonly withPrefix: (prefix: string) => readonly [from: number, to: number]
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

/** Reads blocks of words. */
const createBlockReader = (bytes: Buffer) => {
  const reader = new ByteReader(bytes)
  let spelled = Buffer.alloc(256)
  return {
    /** A block's words from where they begin. */
    words: (start: number, size: number): string[] => {
      reader.at = start
      const words: string[] = []
      for (let at = 0; at < size; at++) {
        const shared = reader.varint()
        const end = shared + reader.varint()
        if (end > spelled.length) spelled = Buffer.concat([spelled], end * 2)
        let isPlain = true
        for (let to = shared; to < end; to++) spelled[to] = bytes[reader.at++] as number
        for (let to = 0; to < end; to++) if ((spelled[to] as number) > 127) isPlain = false
        words.push(spelled.toString(isPlain ? 'latin1' : 'utf8', 0, end))
      }
      return words
    },
    /** Place of a word in the block, or -1; no other word of it is spelled out for that. */
    find: (start: number, size: number, wanted: Uint8Array): number => {
      reader.at = start
      /** How many bytes of the wanted word the last one began with. */
      let alike = 0
      for (let at = 0; at < size; at++) {
        const shared = reader.varint()
        const length = reader.varint()
        const begin = reader.at
        reader.at += length
        if (shared > alike) continue
        alike = shared
        const most = Math.min(wanted.length, shared + length)
        while (alike < most && bytes[begin + alike - shared] === wanted[alike]) alike++
        if (alike === wanted.length && shared + length === alike) return at
      }
      return -1
    },
  }
}

export const openDictionary = ({ size, bytes, blocks }: DictionaryBytes): Dictionary => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const reader = new ByteReader(bytes)
  const block = createBlockReader(buffer)
  /** First words of blocks, as far as a search came by them: a few of all words. */
  const firstWords: (string | undefined)[] = []
  // The block that was read last: words are mostly asked for in a row.
  let opened = -1
  let words: string[] = []

  const firstWord = (number: number): string => {
    const known = firstWords[number]
    if (known !== undefined) return known
    reader.at = blocks[number] as number
    reader.varint()
    const length = reader.varint()
    const word = buffer.toString('utf8', reader.at, reader.at + length)
    firstWords[number] = word
    return word
  }

  const sizeOf = (number: number): number => Math.min(blockSize, size - number * blockSize)

  const open = (number: number): readonly string[] => {
    if (number === opened) return words
    words = block.words(blocks[number] as number, sizeOf(number))
    opened = number
    return words
  }

  const word = (at: number): string =>
    at < 0 || at >= size ? '' : (open(Math.floor(at / blockSize))[at % blockSize] as string)

  const place = (isBefore: (word: string) => boolean): number => {
    const behind = firstFalse(blocks.length, (at) => isBefore(firstWord(at)))
    // It may stand in the block before the first one that begins behind it.
    if (behind === 0) return 0
    const inside = open(behind - 1)
    return (behind - 1) * blockSize + firstFalse(inside.length, (at) => isBefore(inside[at] as string))
  }

  return {
    size,
    word,
    withPrefix: (prefix) => {
      const from = place((other) => other < prefix)
      return [from, place((other) => other < prefix || other.startsWith(prefix))]
    },
    find: (wanted) => {
      const number = firstFalse(blocks.length, (at) => firstWord(at) <= wanted) - 1
      if (number < 0) return undefined
      const at = block.find(blocks[number] as number, sizeOf(number), Buffer.from(wanted))
      return at < 0 ? undefined : number * blockSize + at
    },
  }
}
