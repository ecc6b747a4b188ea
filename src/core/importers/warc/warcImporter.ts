import { CuttingsError } from '#shared/errors'
import type { Importer } from '../types'
import { looksLikeWarc } from './looksLikeWarc'
import { mostUnpacked, readArchive } from './readArchive'
import { mostRecords } from './readRecords'
import { partsOf } from './unpackedParts'

/** Web archives: WARC 1.0 and 1.1 (ISO 28500), and ARC before it, each also gzipped. */
export const warcImporter: Importer = {
  id: 'warc',
  name: 'Web archive (WARC)',
  extensions: ['warc', 'warc.gz', 'arc', 'arc.gz'],
  mediaType: 'application/warc',
  limit: 2 * 1024 ** 3,
  limits: { records: mostRecords, 'bytes when unpacked': mostUnpacked },
  recognise: looksLikeWarc,
  parse: async function* (file) {
    let found = false
    for await (const item of readArchive(() => partsOf(file))) {
      found = true
      yield item
    }
    if (!found) throw new CuttingsError('unknown-format', { found: 'a web archive without any page' })
  },
}
