/** Reads numbers that `ByteWriter` wrote. Bytes whose checksum is right are well formed, so nothing is checked here. */
export class ByteReader {
  readonly #bytes: Uint8Array
  /** Where it reads next. */
  at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  varint(): number {
    const bytes = this.#bytes
    let byte = bytes[this.at++] as number
    if (byte < 128) return byte
    let value = byte & 127
    let shift = 7
    do {
      byte = bytes[this.at++] as number
      value |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    return value >>> 0
  }
}
