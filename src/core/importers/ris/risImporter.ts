import { CuttingsError } from '#shared/errors'
import { doubtDecoding } from '../cslJson/doubtDecoding'
import { headText } from '../cslJson/headText'
import { checkEntryCount, referenceLimits } from '../cslJson/referenceLimits'
import { unreadableEntry } from '../cslJson/unreadableEntry'
import { decodeText } from '../text/decodeText'
import type { Importer } from '../types'
import { recordToReference } from './recordToReference'
import { mostFields, risRecords } from './risRecords'

/** A type, and a second tag in the line after it. */
const beginning = /^\s{0,200}TY {1,3}- ?[A-Z]{2,10}[ \t]{0,20}(?:\r\n?|\n)[ \t]{0,3}[A-Z][A-Z0-9] {1,3}-/
/** The same after a banner of a few lines, as databases write it. */
const later =
  /^(?:[^\r\n]{0,300}(?:\r\n?|\n)){1,12}?TY {1,3}- [A-Z]{2,10}[ \t]{0,20}(?:\r\n?|\n)[A-Z][A-Z0-9] {1,3}-/

/** Lists of references in RIS, as Zotero, EndNote, Mendeley and databases write them. */
export const risImporter: Importer = {
  id: 'ris',
  name: 'RIS',
  extensions: ['ris'],
  mediaType: 'application/x-research-info-systems',
  limit: referenceLimits.bytes,
  limits: {
    records: referenceLimits.entries,
    'fields of a record': mostFields,
    'characters in a field': referenceLimits.fieldLength,
  },
  recognise: (head, name) => {
    const text = headText(head)
    const isNamed = /\.ris$/i.test(name)
    if (beginning.test(text)) return isNamed ? 0.97 : 0.95
    return isNamed && later.test(text) ? 0.95 : 0
  },
  parse: async function* (file) {
    const { chunks, doubts } = decodeText(await file.bytes())
    const doubted = doubtDecoding(doubts)
    const text = [...chunks()].join('')
    let number = 0
    let references = 0
    for (const record of risRecords(text)) {
      number += 1
      checkEntryCount(number)
      const item = recordToReference(record, number)
      if (item) references += 1
      yield doubted(item ?? unreadableEntry(record.line, 'this record has no fields'))
    }
    if (references === 0)
      throw new CuttingsError('damaged-file', { reason: 'there is no record in it that can be read' })
  },
}
