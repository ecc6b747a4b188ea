import { CuttingsError } from '#shared/errors'
import { mostEntries, openZip } from '../zip/openZip'
import type { Importer } from '../types'
import { mostUnpacked, readArchive } from './readArchive'
import { readWaczPackage } from './waczPackage'

/** Names of the files whose beginnings are in the head of a ZIP (APPNOTE 6.3.10, 4.3.7). */
const namesIn = (head: Buffer): readonly string[] => {
  const names: string[] = []
  for (let at = head.indexOf('PK\x03\x04'); at >= 0 && at + 30 <= head.length;) {
    const from = at + 30
    names.push(head.toString('latin1', from, from + head.readUInt16LE(at + 26)))
    at = head.indexOf('PK\x03\x04', from)
  }
  return names
}

const looksLikeWacz = (head: Uint8Array, name: string): number => {
  const bytes = Buffer.from(head)
  if (bytes.toString('latin1', 0, 4) !== 'PK\x03\x04') return 0
  const names = namesIn(bytes)
  const hasArchive = names.some((one) => /^archive\/[^/]+\.warc(?:\.gz)?$/.test(one))
  const hasMore = names.some((one) => /^(?:pages\/.+\.jsonl|indexes\/.+|datapackage\.json)$/.test(one))
  if (hasArchive && hasMore) return 0.97
  return /\.wacz$/i.test(name) && (hasArchive || hasMore) ? 0.95 : 0
}

/** Web archives as packages (WACZ 1.1.1): WARC files in a ZIP with their hashes. */
export const waczImporter: Importer = {
  id: 'wacz',
  name: 'Web archive (WACZ)',
  extensions: ['wacz'],
  mediaType: 'application/wacz',
  limit: 2 * 1024 ** 3,
  limits: { 'files inside': mostEntries, 'bytes when unpacked': mostUnpacked },
  recognise: looksLikeWacz,
  parse: async function* (file) {
    const entries = await openZip(file)
    const { signature, doubts, digestOf } = await readWaczPackage(entries)
    let found = false
    for (const entry of entries) {
      if (!/^archive\/[^/]+\.warc(?:\.gz)?$/.test(entry.name)) continue
      const packageDigest = await digestOf(entry)
      for await (const item of readArchive(() => entry.parts(mostUnpacked), {
        signature,
        packageDigest,
        doubts,
      })) {
        found = true
        yield item
      }
    }
    if (!found) throw new CuttingsError('unknown-format', { found: 'a web archive without any page' })
  },
}
