import { CuttingsError } from '#shared/errors'

/** Bytes that are read one after another, in the sizes that the reader wants. */
export interface ByteStream {
  /** The next line without its end; undefined where there is nothing more. Throws `damaged-file` for one without end. */
  readonly line: () => Promise<string | undefined>
  /** So many bytes; fewer only at the end. */
  readonly take: (length: number) => Promise<Buffer>
  /** Passes over so many bytes, and answers how many there were. */
  readonly skip: (length: number) => Promise<number>
}

/** Bytes of one line, at most. */
const longestLine = 64 * 1024

const lineFeed = 0x0a

/** Bytes that come in parts. */
export interface ByteParts extends AsyncIterable<Uint8Array> {
  /** Passes over so many bytes after the last part without reading them; answers how many there were. */
  readonly leap?: (length: number) => number
}

/** Throws `limit` once more than `most` bytes came, or were passed over. */
export const createByteStream = (parts: ByteParts, most: number): ByteStream => {
  const source = parts[Symbol.asyncIterator]()
  let chunk: Buffer = Buffer.alloc(0)
  let count = 0

  const countIn = (bytes: number): void => {
    count += bytes
    if (count > most) throw new CuttingsError('limit', { what: 'bytes when unpacked', most })
  }

  /** False at the end. An empty part is no end. */
  const fill = async (): Promise<boolean> => {
    while (chunk.length === 0) {
      const { done, value } = await source.next()
      if (done === true) return false
      countIn(value.length)
      chunk = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    }
    return true
  }

  const each = async (length: number, use: (part: Buffer) => void): Promise<number> => {
    let left = length
    while (left > 0 && (await fill())) {
      const part = chunk.subarray(0, left)
      chunk = chunk.subarray(part.length)
      left -= part.length
      use(part)
    }
    return length - left
  }

  const line = async (): Promise<string | undefined> => {
    const gathered: Buffer[] = []
    let length = 0
    while (await fill()) {
      const end = chunk.indexOf(lineFeed)
      const part = end < 0 ? chunk : chunk.subarray(0, end + 1)
      chunk = chunk.subarray(part.length)
      gathered.push(part)
      length += part.length
      if (length > longestLine)
        throw new CuttingsError('damaged-file', { reason: 'a line of a record does not end' })
      if (end >= 0) break
    }
    return gathered.length === 0
      ? undefined
      : Buffer.concat(gathered)
          .toString('utf8')
          .replace(/\r?\n$/, '')
  }

  return {
    line,
    take: async (length) => {
      const gathered: Buffer[] = []
      await each(length, (part) => gathered.push(part))
      return Buffer.concat(gathered)
    },
    skip: async (length) => {
      const held = Math.min(length, chunk.length)
      chunk = chunk.subarray(held)
      const leapt = parts.leap?.(length - held) ?? 0
      countIn(leapt)
      return held + leapt + (await each(length - held - leapt, () => undefined))
    },
  }
}
