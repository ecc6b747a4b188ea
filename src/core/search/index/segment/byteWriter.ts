/** Bytes, one after the other in one array that grows by half when it is full. */
export class ByteWriter {
  #bytes = new Uint8Array(4096)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** An unsigned number below 2^32: seven bits a byte, the lowest first, the high bit where more follow (LEB128). */
  varint(value: number): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow(5)
    let rest = value
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  append(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** A view, valid until more is written. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #grow(more: number): void {
    const larger = new Uint8Array(Math.ceil((this.#length + more) * 1.5))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
