import { CuttingsError } from '#shared/errors'
import type { ByteSource } from '../types'
import { createByteWindow, type ByteWindow } from '../zip/byteWindow'
import { readPax, type PaxFields } from './readPax'
import { blockSize, isZeroBlock, readTarHeader, toText, type TarHeader } from './tarHeader'
import { emptyTypes } from './tarRefusal'

/** Files, folders and links of one archive, at most. */
export const mostEntries = 100_000

/** Headers beside those: long names and extended headers. */
const mostHeaders = 3 * mostEntries

/** Bytes of one long name or extended header. */
export const longestHeader = 1024 * 1024

/** One file, folder or link, with its long name. */
export interface TarEntry extends TarHeader {
  /** Where its content begins. */
  readonly at: number
  readonly isSparse: boolean
}

const damaged = (reason: string): CuttingsError => new CuttingsError('damaged-file', { reason })

const padded = (size: number): number => Math.ceil(size / blockSize) * blockSize

/** Headers that say something of the next entry, or of nothing that is taken: read, or passed over. */
const metaTypes = new Set(['x', 'X', 'L', 'N', 'K', 'g', 'V'])

const readMeta = async (window: ByteWindow, header: TarHeader, at: number): Promise<PaxFields> => {
  const { type, size } = header
  if (type === 'K' || type === 'g' || type === 'V') return {}
  if (size > longestHeader)
    throw new CuttingsError('limit', { what: 'bytes in one header', most: longestHeader })
  const bytes = await window.read(at, size)
  if (bytes.length < size) throw damaged('it ends inside a header')
  if (type === 'x' || type === 'X') {
    const fields = readPax(bytes)
    if (!fields) throw damaged(`the extended header at byte ${at} cannot be read`)
    return fields
  }
  const end = bytes.indexOf(0)
  return { path: toText(end < 0 ? bytes : bytes.subarray(0, end)) }
}

const entryOf = (header: TarHeader, said: PaxFields, at: number): TarEntry => ({
  type: header.type,
  name: said.sparseName ?? said.path ?? header.name,
  size: emptyTypes.has(header.type) ? 0 : (said.size ?? header.size),
  at,
  isSparse: said.isSparse === true,
})

/** A header block at a place; undefined at the end, which is a block of zeros or the end of the file. */
const headerAt = async (window: ByteWindow, at: number): Promise<TarHeader | undefined> => {
  const block = await window.read(at, blockSize)
  if (isZeroBlock(block)) return undefined
  if (block.length < blockSize) throw damaged('it ends inside a header')
  const header = readTarHeader(block)
  if (!header) throw damaged(`there is no header at byte ${at}`)
  return header
}

/** Goes from header to header; content is not read. Throws `damaged-file` and `limit`; what came before holds. */
export async function* tarEntries(source: ByteSource): AsyncGenerator<TarEntry> {
  const window = createByteWindow(source)
  let said: PaxFields = {}
  let entries = 0
  let headers = 0
  for (let at = 0; at < source.size;) {
    const header = await headerAt(window, at)
    if (!header) return
    at += blockSize
    headers += 1
    if (headers > mostHeaders) throw new CuttingsError('limit', { what: 'headers', most: mostHeaders })
    if (metaTypes.has(header.type)) {
      said = { ...said, ...(await readMeta(window, header, at)) }
      at += padded(header.size)
      if (at > source.size) throw damaged('it ends inside a header')
      continue
    }
    const entry = entryOf(header, said, at)
    said = {}
    entries += 1
    if (entries > mostEntries) throw new CuttingsError('limit', { what: 'files inside', most: mostEntries })
    yield entry
    at += padded(entry.size)
  }
}
