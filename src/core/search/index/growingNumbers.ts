/** Unsigned numbers of 32 bits, one after the other in one array that doubles when it is full. */
export class GrowingNumbers {
  #values: Uint32Array
  #length = 0

  constructor(capacity = 1024) {
    this.#values = new Uint32Array(capacity)
  }

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length++] = value
  }

  at(index: number): number {
    return this.#values[index] as number
  }

  set(index: number, value: number): void {
    this.#values[index] = value
  }

  /** A view, valid until the next `push`. */
  view(): Uint32Array {
    return this.#values.subarray(0, this.#length)
  }

  clear(): void {
    this.#length = 0
  }
}
