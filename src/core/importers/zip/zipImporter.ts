import { CuttingsError } from '#shared/errors'
import type { Importer, ImportedItem } from '../types'
import { mostEntries, openZip, type ZipEntry } from './openZip'
import { packageOf } from './packageOf'
import { isSystemFile } from './systemFiles'
import { unreadable } from './unreadable'

const beginnings = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08PK\x03\x04', 'PK00PK\x03\x04']

const startsAsZip = (head: Uint8Array): boolean => {
  const characters = String.fromCharCode(...head.subarray(0, 8))
  return beginnings.some((beginning) => characters.startsWith(beginning))
}

const toItem = (entry: ZipEntry, number: number): ImportedItem => {
  const name = entry.name === '' ? `file-${number}` : entry.name
  const refusal = entry.refusal ?? (entry.isEncrypted ? new CuttingsError('encrypted') : undefined)
  return refusal ? unreadable(name, refusal) : { kind: 'file', name, parts: entry.parts() }
}

/** Files in a ZIP archive. Formats that are a ZIP themselves (DOCX, EPUB ...) are surer of theirs. */
export const zipImporter: Importer = {
  id: 'zip',
  name: 'ZIP archive',
  extensions: ['zip'],
  mediaType: 'application/zip',
  limit: 20 * 1024 ** 3,
  limits: { files: mostEntries },
  container: true,
  recognise: (head) => (startsAsZip(head) && packageOf(head) === undefined ? 0.6 : 0),
  parse: async function* (file) {
    let number = 0
    for (const entry of await openZip(file)) {
      number += 1
      if (!entry.isFolder && !isSystemFile(entry.name)) yield toItem(entry, number)
    }
  },
}
