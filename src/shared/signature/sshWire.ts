/** Strings as SSH writes them: four bytes of length, most significant first, then the bytes (RFC 4251, 5). */
export const sshString = (value: Uint8Array | string): Uint8Array => {
  const bytes = typeof value === 'string' ? asciiBytes(value) : value
  const out = new Uint8Array(4 + bytes.length)
  new DataView(out.buffer).setUint32(0, bytes.length)
  out.set(bytes, 4)
  return out
}

export const asciiBytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0))

export const asciiText = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

export const joinBytes = (...parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** Reads what `sshString` wrote, one after the other; undefined past the end. */
export const createSshReader = (bytes: Uint8Array) => {
  let at = 0
  const take = (length: number): Uint8Array | undefined => {
    if (length > bytes.length - at) return undefined
    at += length
    return bytes.subarray(at - length, at)
  }
  const number = (): number | undefined => {
    const four = take(4)
    return four && new DataView(four.buffer, four.byteOffset).getUint32(0)
  }
  return {
    take,
    number,
    string: (): Uint8Array | undefined => {
      const length = number()
      return length === undefined ? undefined : take(length)
    },
    isAtEnd: () => at === bytes.length,
  }
}
