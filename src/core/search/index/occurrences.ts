import { GrowingNumbers } from './growingNumbers'
import { isMarked, type Marks } from './marks'
import { documentOf, fieldOf, pack, type Posting } from './shard'

/** "None" in a chain. */
const none = 0xffff_ffff

/**
 * Where each term stands, noted in the order of the texts: three numbers for an occurrence, chained backwards by term, and
 * no object. Keys (document and field) and the positions under a key must rise.
 */
export class Occurrences {
  readonly #keys = new GrowingNumbers(4096)
  readonly #positions = new GrowingNumbers(4096)
  readonly #previous = new GrowingNumbers(4096)
  // By term.
  readonly #last = new GrowingNumbers()
  readonly #counts = new GrowingNumbers()
  readonly #frequencies = new GrowingNumbers()
  readonly #entryCounts = new GrowingNumbers()
  // What was read last.
  #readKeys = new Uint32Array(0)
  #readStarts = new Uint32Array(1)
  #readValues = new Uint32Array(0)

  addTerm(): void {
    this.#last.push(none)
    this.#counts.push(0)
    this.#frequencies.push(0)
    this.#entryCounts.push(0)
  }

  /** A second occurrence of one word in one place is none. */
  add(term: number, key: number, position: number): void {
    const last = this.#last.at(term)
    const before = last === none ? none : this.#keys.at(last)
    if (before === key && this.#positions.at(last) === position) return
    if (before !== key) this.#entryCounts.set(term, this.#entryCounts.at(term) + 1)
    if (before === none || documentOf(before) !== documentOf(key))
      this.#frequencies.set(term, this.#frequencies.at(term) + 1)
    this.#last.set(term, this.#keys.length)
    this.#counts.set(term, this.#counts.at(term) + 1)
    this.#keys.push(key)
    this.#positions.push(position)
    this.#previous.push(last)
  }

  frequency(term: number): number {
    return this.#frequencies.at(term)
  }

  entryCount(term: number): number {
    return this.#entryCounts.at(term)
  }

  /** As `Shard.copyEntries`; the chain gives them from the last to the first. */
  copyEntries(term: number, into: Uint32Array, at: number, within: Marks | undefined): number {
    const end = at + this.#entryCounts.at(term)
    let to = end
    let link = this.#last.at(term)
    while (link !== none) {
      const key = this.#keys.at(link)
      let count = 0
      for (; link !== none && this.#keys.at(link) === key; link = this.#previous.at(link)) count += 1
      if (within && !isMarked(within, documentOf(key))) continue
      to -= 1
      into[to] = pack(documentOf(key), fieldOf(key), count)
    }
    if (to > at) into.copyWithin(at, to, end)
    return at + end - to
  }

  /** Views, valid until the next call. */
  read(term: number): Posting {
    const count = this.#counts.at(term)
    const distinct = this.#entryCounts.at(term)
    this.#makeRoom(count)
    const [keys, starts, values] = [this.#readKeys, this.#readStarts, this.#readValues]
    starts[distinct] = count
    let entry = distinct
    let before = none
    for (let link = this.#last.at(term), to = count - 1; to >= 0; link = this.#previous.at(link), to--) {
      const key = this.#keys.at(link)
      if (key !== before) entry -= 1
      before = key
      keys[entry] = key
      starts[entry] = to
      values[to] = this.#positions.at(link)
    }
    return {
      keys: keys.subarray(0, distinct),
      starts: starts.subarray(0, distinct + 1),
      values: values.subarray(0, count),
    }
  }

  #makeRoom(count: number): void {
    if (count <= this.#readValues.length) return
    this.#readKeys = new Uint32Array(2 * count)
    this.#readStarts = new Uint32Array(2 * count + 1)
    this.#readValues = new Uint32Array(2 * count)
  }
}
