import { CuttingsError } from '#shared/errors'
import type { ByteSource, Importer, ImportedItem } from '../types'
import { rangeParts } from '../zip/rangeParts'
import { isSystemFile } from '../zip/systemFiles'
import { unreadable } from '../zip/unreadable'
import { longestHeader, mostEntries, tarEntries, type TarEntry } from './tarEntries'
import { readTarHeader } from './tarHeader'
import { sparse, tarRefusal } from './tarRefusal'

/** v7 has no type for folders: their name ends in a slash. */
const isFolder = ({ type, name, size }: TarEntry): boolean =>
  type === '5' || type === 'D' || (type === '0' && size === 0 && name.endsWith('/'))

const toItem = (source: ByteSource, entry: TarEntry, number: number): ImportedItem => {
  const name = entry.name === '' ? `file-${number}` : entry.name
  const refusal = entry.isSparse ? sparse() : tarRefusal(entry.type, name)
  if (refusal) return unreadable(name, refusal)
  const end = entry.at + entry.size
  if (end > source.size)
    return unreadable(name, new CuttingsError('damaged-file', { reason: 'it ends before its content does' }))
  return { kind: 'file', name, parts: rangeParts(source, entry.at, end) }
}

/** Files in a tar archive: v7, ustar, pax, and GNU's long names. */
export const tarImporter: Importer = {
  id: 'tar',
  name: 'Tar archive',
  extensions: ['tar'],
  mediaType: 'application/x-tar',
  limit: 20 * 1024 ** 3,
  limits: { files: mostEntries, 'bytes in one header': longestHeader },
  container: true,
  recognise: (head) => (readTarHeader(head) ? 0.8 : 0),
  parse: async function* (file) {
    let number = 0
    for await (const entry of tarEntries(file)) {
      number += 1
      if (!isFolder(entry) && !isSystemFile(entry.name)) yield toItem(file, entry, number)
    }
  },
}
