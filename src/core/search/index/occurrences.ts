import { GrowingNumbers } from './growingNumbers'
import { isMarked, type Marks } from './marks'
import { documentOf, fieldOf, pack, type Positions } from './shard'

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

  /** Keys of a term, each once, and its positions under each. */
  read(term: number): Positions & { readonly keys: Uint32Array } {
    const count = this.#counts.at(term)
    const values = new Uint32Array(count)
    const all = new Uint32Array(count)
    let distinct = 0
    for (let at = this.#last.at(term), to = count - 1; at !== none; at = this.#previous.at(at), to--) {
      values[to] = this.#positions.at(at)
      all[to] = this.#keys.at(at)
      if (all[to] !== all[to + 1]) distinct += 1
    }
    const keys = new Uint32Array(distinct)
    const starts = new Uint32Array(distinct + 1)
    let to = -1
    for (let at = 0; at < count; at++) {
      if (at > 0 && all[at] === all[at - 1]) continue
      to += 1
      keys[to] = all[at] as number
      starts[to] = at
    }
    starts[distinct] = count
    return { keys, starts, values }
  }
}
