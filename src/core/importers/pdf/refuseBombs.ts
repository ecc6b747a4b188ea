import { createInflate } from 'node:zlib'
import { CuttingsError } from '#shared/errors'

/** Bytes of one part of a PDF when unpacked, at most: pdf.js holds such a part as a whole, twice for a moment. */
export const mostUnpacked = 100 * 1024 * 1024

/** Bytes before the word `stream` in which its dictionary says what it is. */
const dictionarySize = 1024

/** A page holds its text packed some 3 to 10 times; more than this is not worth a look, as it can't reach the limit. */
const mostRatio = 1032

const unpackedSize = async (packed: Uint8Array): Promise<number> => {
  const inflate = createInflate()
  let size = 0
  inflate.on('error', () => undefined)
  inflate.end(packed)
  try {
    for await (const part of inflate as AsyncIterable<Uint8Array>) {
      size += part.length
      if (size > mostUnpacked) break
    }
  } catch {
    // Damaged data give what they give; pdf.js reads them up to the same place.
  } finally {
    inflate.destroy()
  }
  return size
}

/** Where the data of a stream begin: after the word and one line end. */
const dataAt = (bytes: Buffer, word: number): number => {
  const at = word + 'stream'.length
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2
  return bytes[at] === 0x0a || bytes[at] === 0x0d ? at + 1 : at
}

/**
 * Refuses a file of which a part unpacks to more than fits into memory, by unpacking each in pieces that are dropped. Pictures
 * are passed over, as nothing unpacks them. What is packed twice, or encrypted, is not seen here: then the memory that the
 * parser process may take is the limit. Throws `limit`.
 */
export const refuseBombs = async (file: Uint8Array): Promise<void> => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length)
  if (bytes.length * mostRatio <= mostUnpacked) return
  for (let word = bytes.indexOf('stream'); word >= 0; word = bytes.indexOf('stream', word + 6)) {
    if (bytes.toString('latin1', word - 3, word) === 'end') continue
    const from = dataAt(bytes, word)
    const end = bytes.indexOf('endstream', from)
    const length = (end < 0 ? bytes.length : end) - from
    if (length * mostRatio <= mostUnpacked) continue
    const dictionary = bytes.toString('latin1', Math.max(0, word - dictionarySize), word)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (/\/Subtype\s*\/Image\b/.test(own)) continue
    if ((await unpackedSize(bytes.subarray(from, from + length))) > mostUnpacked)
      throw new CuttingsError('limit', { what: 'bytes in one part', most: mostUnpacked })
    word = Math.max(word, from + length - 6)
  }
}
