import { pipeline, Readable } from 'node:stream'
import { createInflate } from 'node:zlib'
import { CuttingsError } from '#shared/errors'

/** Bytes of one part of a PDF when unpacked, at most: pdf.js holds such a part as a whole, twice for a moment. */
export const mostUnpacked = 100 * 1024 * 1024

/** Bytes before the word `stream` in which its dictionary says what it is. */
const dictionarySize = 1024

/** Deflate packs no better than this: what can't reach the limit is not worth a look. */
const mostRatio = 1032

/** Packings inside each other that are undone; more of them are not a document's. */
const mostLayers = 4

/** A fault or an end of one is that of the other. */
const inflated = (packed: Readable): Readable => pipeline(packed, createInflate(), () => undefined)

const unpackedSize = async (packed: Uint8Array, layers: number): Promise<number> => {
  let size = 0
  let parts: Readable = Readable.from([packed])
  for (let layer = 0; layer < layers; layer += 1) parts = inflated(parts)
  try {
    for await (const part of parts as AsyncIterable<Uint8Array>) {
      size += part.length
      if (size > mostUnpacked) break
    }
  } catch {
    // Damaged data give what they give; pdf.js reads them up to the same place.
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
 * are passed over, as nothing unpacks them. What is encrypted, or says that it is a picture and is not, is not seen here: then
 * the memory that the parser process may take is the limit. Throws `limit`.
 */
export const refuseBombs = async (file: Uint8Array): Promise<void> => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length)
  for (let word = bytes.indexOf('stream'); word >= 0; word = bytes.indexOf('stream', word + 6)) {
    if (bytes.toString('latin1', word - 3, word) === 'end') continue
    const dictionary = bytes.toString('latin1', Math.max(0, word - dictionarySize), word)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    const layers = own.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0
    if (layers === 0 || /\/Subtype\s*\/Image\b/.test(own)) continue
    const from = dataAt(bytes, word)
    const end = bytes.indexOf('endstream', from)
    const to = end < 0 ? bytes.length : end
    if ((to - from) * mostRatio ** layers <= mostUnpacked) continue
    if (layers > mostLayers || (await unpackedSize(bytes.subarray(from, to), layers)) > mostUnpacked)
      throw new CuttingsError('limit', { what: 'bytes in one part', most: mostUnpacked })
    word = Math.max(word, to - 6)
  }
}
