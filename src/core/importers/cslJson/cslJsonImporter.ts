import { CuttingsError } from '#shared/errors'
import type { ParsedItem } from '#shared/model/parsed'
import type { Importer } from '../types'
import { decodeText } from '../text/decodeText'
import { doubtDecoding } from './doubtDecoding'
import { jsonEntries } from './jsonEntries'
import type { JsonEntry } from './jsonEntries'
import { readCslItem } from './readCslItem'
import { recogniseCslJson } from './recogniseCslJson'
import { checkEntryCount, referenceLimits } from './referenceLimits'
import { unreadableEntry } from './unreadableEntry'

const readEntry = ({ text, line, whole }: JsonEntry, number: number): ParsedItem => {
  if (!whole) return unreadableEntry(line, 'the file ends inside this entry')
  let entry: unknown
  try {
    entry = JSON.parse(text)
  } catch {
    // The engine's own message would quote the text.
    return unreadableEntry(line, 'this entry is not JSON')
  }
  return readCslItem(entry, number) ?? unreadableEntry(line, 'this entry is no CSL item')
}

/** Lists of references in CSL-JSON (CSL 1.0.2, csl-data.json), as Zotero, Mendeley, Pandoc and registries write them. */
export const cslJsonImporter: Importer = {
  id: 'csl-json',
  name: 'CSL-JSON',
  extensions: ['json', 'csljson'],
  mediaType: 'application/vnd.citationstyles.csl+json',
  limit: referenceLimits.bytes,
  limits: {
    entries: referenceLimits.entries,
    'characters in an entry': referenceLimits.entryLength,
    'characters in a field': referenceLimits.fieldLength,
  },
  recognise: (head) => recogniseCslJson(head),
  parse: async function* (file) {
    const { chunks, doubts } = decodeText(await file.bytes())
    const doubted = doubtDecoding(doubts)
    let number = 0
    let references = 0
    for (const entry of jsonEntries([...chunks()].join(''))) {
      number += 1
      checkEntryCount(number)
      const item = readEntry(entry, number)
      if (item.kind === 'reference') references += 1
      yield doubted(item)
    }
    if (references === 0)
      throw new CuttingsError('damaged-file', { reason: 'there is no entry in it that can be read' })
  },
}
