import { createMarks, mark, type Marks } from '#core/search/index/marks'
import { documentOf, fieldOf } from '#core/search/index/shard'

/** A stretch of `Scratch.values`, from `start` to before `end`. */
export interface Slice {
  readonly start: number
  readonly end: number
}

export const sizeOf = ({ start, end }: Slice): number => end - start

/**
 * Room that queries use one after the other, so that none makes arrays of the size of a shard. Lists lie on a stack: what was put
 * there since a `mark` goes with `release`.
 */
export class Scratch {
  /** The lists; another array after each `reserve`. */
  values = new Uint32Array(4096)
  /** How much of `values` is used. */
  top = 0
  /** Occurrences by field and document (`countAt`); clean between uses. */
  counts = new Uint8ClampedArray(0)
  /** What each document came to (`createAccumulator`); clean between uses. */
  scores = new Float64Array(0)
  words = new Uint32Array(0)
  lifts = new Float64Array(0)
  headlineWords = new Uint32Array(0)
  #tally = new Uint32Array(0)
  #size = 0
  #pool: Marks[] = []

  /** `checkpoint` is called between steps, and throws where nobody waits for the answer any more; the room is of no use then. */
  constructor(readonly checkpoint: () => void = () => undefined) {}

  /** Forgets all lists, and makes room for shards of so many documents. */
  prepare(size: number): void {
    this.top = 0
    if (size <= this.#size) return
    this.#size = Math.max(size, 2 * this.#size)
    this.counts = new Uint8ClampedArray(this.#size * 16)
    this.scores = new Float64Array(this.#size)
    this.words = new Uint32Array(this.#size)
    this.lifts = new Float64Array(this.#size)
    this.headlineWords = new Uint32Array(this.#size)
    this.#pool = []
  }

  /** `values` with room for so many more above `top`. */
  reserve(more: number): Uint32Array {
    if (this.top + more > this.values.length) {
      const larger = new Uint32Array(Math.max(this.top + more, 2 * this.values.length))
      larger.set(this.values.subarray(0, this.top))
      this.values = larger
    }
    return this.values
  }

  /** Takes what was written above `top` as a list. */
  close(end: number): Slice {
    const slice = { start: this.top, end }
    this.top = end
    return slice
  }

  /** Place in `counts` of a document's field (`keyOf`): documents side by side, since most of what is counted is in running text. */
  countAt(key: number): number {
    return fieldOf(key) * this.#size + documentOf(key)
  }

  /** Zeros, to count so many different things with. */
  tally(size: number): Uint32Array {
    if (size > this.#tally.length) this.#tally = new Uint32Array(2 * size)
    return this.#tally.fill(0, 0, size)
  }

  takeMarks(): Marks {
    return this.#pool.pop() ?? createMarks(this.#size)
  }

  /** Sets a mark for each document of a list. */
  markedBy(documents: Slice): Marks {
    const marks = this.takeMarks()
    for (let at = documents.start; at < documents.end; at++) mark(marks, this.values[at] as number)
    return marks
  }

  giveMarks(marks: Marks): void {
    this.#pool.push(marks.fill(0))
  }
}
