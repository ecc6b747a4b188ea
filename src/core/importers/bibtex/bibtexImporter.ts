import { CuttingsError } from '#shared/errors'
import { doubtDecoding } from '../cslJson/doubtDecoding'
import { checkEntryCount, referenceLimits } from '../cslJson/referenceLimits'
import { unreadableEntry } from '../cslJson/unreadableEntry'
import { decodeText } from '../text/decodeText'
import type { Importer } from '../types'
import { bibEntries, mostFields } from './bibEntries'
import type { BibEntry } from './bibEntries'
import { mostExpanded } from './bibStrings'
import { entryToReference } from './entryToReference'
import { createInheritance, mostInherited, parentKeys } from './inheritFields'
import type { Parents } from './inheritFields'
import { recogniseBibtex } from './recogniseBibtex'
import { mostParts } from './splitOutside'

/**
 * The entries that others take fields from. They may stand anywhere, so the text is read once for the keys and once for
 * the entries, rather than held.
 */
const findParents = (text: string): Parents => {
  const wanted = new Set<string>()
  for (const entry of bibEntries(text)) for (const key of parentKeys(entry)) wanted.add(key)
  const parents = new Map<string, BibEntry>()
  if (wanted.size === 0) return parents
  for (const entry of bibEntries(text)) {
    const key = entry.key?.toLowerCase()
    if (key !== undefined && wanted.has(key) && !parents.has(key)) parents.set(key, entry)
  }
  return parents
}

/** Lists of references in BibTeX and BibLaTeX. */
export const bibtexImporter: Importer = {
  id: 'bibtex',
  name: 'BibTeX',
  extensions: ['bib', 'bibtex', 'biblatex'],
  mediaType: 'application/x-bibtex',
  limit: referenceLimits.bytes,
  limits: {
    entries: referenceLimits.entries,
    'characters in a field': referenceLimits.fieldLength,
    'fields of an entry': mostFields,
    'names or words in a list of names': mostParts,
    'characters from abbreviations': mostExpanded,
    'characters from other entries': mostInherited,
  },
  recognise: recogniseBibtex,
  parse: async function* (file) {
    const { chunks, doubts } = decodeText(await file.bytes())
    const doubted = doubtDecoding(doubts)
    const text = [...chunks()].join('')
    const inherit = createInheritance(findParents(text))
    let number = 0
    let references = 0
    for (const entry of bibEntries(text)) {
      number += 1
      checkEntryCount(number)
      // BibLaTeX: data that is only there for other entries.
      if (entry.type === 'xdata' || entry.type === 'set') continue
      const item = entryToReference(inherit(entry), number)
      if (item) references += 1
      yield doubted(item ?? unreadableEntry(entry.line, entry.problems[0] ?? 'this entry has no fields'))
    }
    if (references === 0)
      throw new CuttingsError('damaged-file', { reason: 'there is no entry in it that can be read' })
  },
}
