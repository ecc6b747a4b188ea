import type { Element } from 'domhandler'
import { CuttingsError } from '#shared/errors'
import { localName } from '../markup/elements'
import { deepest } from '../markup/parseMarkup'
import { namespaceOf } from '../news/namespaceOf'
import { mostItems } from '../news/readJsonItems'
import { readXml } from '../news/readXml'
import { statedItemToArticle } from '../news/statedItemToArticle'
import { xmlRoot } from '../news/xmlRoot'
import type { Importer } from '../types'
import { readAtomEntry, readAtomFeed } from './atomEntry'
import { named, partsOf } from './feedNames'
import { textLimit } from '../textLimit'

/** Atom 1.0 (RFC 4287), and its draft 0.3. */
const namespaces = ['http://www.w3.org/2005/Atom', 'http://purl.org/atom/ns#']

const recognise = (head: Uint8Array): number => {
  const root = xmlRoot(head)
  if (root?.name !== 'feed' && root?.name !== 'entry') return 0
  if (root.namespace !== undefined) return namespaces.includes(root.namespace) ? 0.97 : 0
  return root.name === 'feed' ? 0.8 : 0
}

/** A feed that forgets its namespace is read as if it had said it. */
const declareNamespace = (root: Element): readonly string[] => {
  if (namespaceOf(root) !== undefined) return []
  root.attribs['xmlns'] = 'http://www.w3.org/2005/Atom'
  return ['It does not declare the namespace of Atom; it was read as Atom.']
}

/** Atom feeds and single entries as saved to disk: one article for each entry. */
export const atomImporter: Importer = {
  id: 'atom',
  name: 'Atom',
  extensions: ['atom', 'xml'],
  mediaType: 'application/atom+xml',
  limit: textLimit,
  limits: { entries: mostItems, 'elements inside each other': deepest },
  recognise,
  parse: async function* (file) {
    const { root, charset, doubts } = readXml(await file.bytes())
    const undeclared = declareNamespace(root).map((message) => ({ field: 'text', message }))
    const isEntry = localName(root) === 'entry'
    const entries = isEntry ? [root] : named(partsOf(root), 'atom:entry')
    if (entries.length === 0) throw new CuttingsError('unknown-format', { found: 'a feed without entries' })
    if (entries.length > mostItems) throw new CuttingsError('limit', { what: 'entries', most: mostItems })
    const feed = isEntry ? { values: {}, base: undefined } : readAtomFeed(root)
    for (const entry of entries) {
      const article = statedItemToArticle(readAtomEntry(entry, feed))
      yield { ...article, charset, doubts: [...doubts, ...undeclared, ...article.doubts] }
    }
  },
}
