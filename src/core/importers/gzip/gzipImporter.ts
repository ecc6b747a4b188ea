import { createGunzip } from 'node:zlib'
import { CuttingsError } from '#shared/errors'
import type { Importer, ImportFile } from '../types'
import { inflateParts } from '../zip/inflateParts'
import { rangeParts } from '../zip/rangeParts'
import { innerName } from './innerName'

const chunkSize = 128 * 1024
const headLength = 64 * 1024

/** What all members unpack to, one after another (RFC 1952, 2.2). */
async function* unpacked(file: ImportFile): AsyncGenerator<Uint8Array> {
  try {
    yield* inflateParts(rangeParts(file, 0, file.size), createGunzip({ chunkSize }))
  } catch (error) {
    if (error instanceof CuttingsError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new CuttingsError('damaged-file', { reason }, { cause: error })
  }
}

/** The file inside a gzip file. How much it unpacks to is for the consumer to count: it comes as it is asked for. */
export const gzipImporter: Importer = {
  id: 'gzip',
  name: 'Gzip archive',
  extensions: ['gz', 'tgz'],
  mediaType: 'application/gzip',
  limit: 20 * 1024 ** 3,
  container: true,
  recognise: (head) => {
    const [first, second, method, flags = 0] = head
    return first === 0x1f && second === 0x8b && method === 8 && (flags & 0xe0) === 0 ? 0.6 : 0
  },
  parse: async function* (file) {
    const head = await file.read(0, headLength)
    yield { kind: 'file', name: innerName(head, file.name), parts: unpacked(file) }
  },
}
