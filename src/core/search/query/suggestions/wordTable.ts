/** The part of a shard that a table of its words is made from; a shard that grows keeps the numbers of its terms. */
export interface WordList {
  readonly termCount: () => number
  readonly word: (term: number) => string
}

/** Terms of one shard by their spelling. */
export interface WordTable {
  /**
   * Terms that differ from a word by at most so many letters put in, left out, changed or swapped with their neighbour, and
   * perhaps some more: letters are told apart by 8 bits of their code. `checkpoint` as in `Scratch`: at the first question the table is
   * made, which takes long.
   */
  readonly near: (word: string, edits: 1 | 2, checkpoint?: () => void) => readonly number[]
}

/** Longer words are nobody's typing error, and not in a table. */
export const longestWord = 40

/** Words that are taken in between two looks at whether anybody waits. */
const stride = 1024

/** Which letters occur, whatever their order, as bits. */
const lettersOf = (word: string): number => {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters >>> 0
}

const countBits = (bits: number): number => {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const grown = <T extends Uint8Array | Uint32Array>(array: T, length: number): T => {
  if (array.length >= length) return array
  const larger = new (array.constructor as new (length: number) => T)(Math.max(length, array.length * 2))
  larger.set(array)
  return larger
}

/** Rows of the table of optimal string alignment, used again for each word, so that none is allocated. */
const createComparison = (word: string) => {
  const width = word.length + 1
  const codes = Uint8Array.from({ length: word.length }, (_, at) => word.charCodeAt(at))
  let [before, previous, row] = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)]

  /** Only cells at most `edits` from the diagonal can matter; a row without a small enough one ends it. */
  return (spellings: Uint8Array, start: number, length: number, edits: number): boolean => {
    for (let column = 0; column < width; column++) previous[column] = column
    for (let line = 1; line <= length; line++) {
      const letter = spellings[start + line - 1] as number
      const first = Math.max(1, line - edits)
      const last = Math.min(width - 1, line + edits)
      row.fill(99)
      row[0] = line
      let least = first === 1 ? line : 99
      for (let column = first; column <= last; column++) {
        const same = letter === codes[column - 1]
        let cost = Math.min(
          (previous[column - 1] as number) + (same ? 0 : 1),
          (previous[column] as number) + 1,
          (row[column - 1] as number) + 1,
        )
        const isSwap =
          line > 1 &&
          column > 1 &&
          letter === codes[column - 2] &&
          spellings[start + line - 2] === codes[column - 1]
        if (isSwap) cost = Math.min(cost, (before[column - 2] as number) + 1)
        row[column] = cost
        if (cost < least) least = cost
      }
      if (least > edits) return false
      ;[before, previous, row] = [previous, row, before]
    }
    return (previous[width - 1] as number) <= edits
  }
}

/**
 * Keeps of each word its letters as bits and its spelling in bytes: about 17 bytes for a word. It is made at the first question,
 * and a question goes over bits alone but for words with nearly the same letters.
 */
export const createWordTable = (list: WordList): WordTable => {
  let known = 0
  let starts = new Uint32Array(1)
  let letters = new Uint32Array(0)
  let spellings = new Uint8Array(0)

  const catchUp = (checkpoint: () => void): void => {
    const count = list.termCount()
    starts = grown(starts, count + 1)
    letters = grown(letters, count)
    for (; known < count; known++) {
      if (known % stride === 0) checkpoint()
      const word = list.word(known)
      const start = starts[known] as number
      const kept = Math.min(word.length, longestWord + 1)
      spellings = grown(spellings, start + kept)
      for (let at = 0; at < kept; at++) spellings[start + at] = word.charCodeAt(at)
      letters[known] = lettersOf(word)
      starts[known + 1] = start + kept
    }
  }

  return {
    near: (word, edits, checkpoint = () => undefined) => {
      if (word.length > longestWord) return []
      catchUp(checkpoint)
      const found: number[] = []
      const wanted = lettersOf(word)
      const isNear = createComparison(word)
      for (let term = 0; term < known; term++) {
        const start = starts[term] as number
        const length = (starts[term + 1] as number) - start
        if (length > word.length + edits || length < word.length - edits) continue
        const own = letters[term] as number
        if (countBits(own & ~wanted) > edits || countBits(wanted & ~own) > edits) continue
        if (isNear(spellings, start, length, edits)) found.push(term)
      }
      return found
    },
  }
}

const tables = new WeakMap<WordList, WordTable>()

/** The table of a shard's words, made when it is first asked for. */
export const wordTableOf = (shard: WordList): WordTable => {
  const table = tables.get(shard) ?? createWordTable(shard)
  tables.set(shard, table)
  return table
}
