import { isTag, type ChildNode, type Element } from 'domhandler'
import { localName } from '../markup/elements'
import { namespaceOf } from '../news/namespaceOf'

/** Vocabularies of feeds: by their namespace, the name under which the tables here speak of them. */
const vocabularies: Readonly<Record<string, string>> = {
  'http://purl.org/rss/1.0/': 'rss',
  'http://channel.netscape.com/rdf/simple/0.9/': 'rss',
  'http://my.netscape.com/rdf/simple/0.9/': 'rss',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd': 'rss',
  'http://backend.userland.com/rss': 'rss',
  'http://backend.userland.com/rss2': 'rss',
  'http://backend.userland.com/rss091': 'rss',
  'http://backend.userland.com/rss092': 'rss',
  'http://blogs.law.harvard.edu/tech/rss': 'rss',
  'http://cyber.law.harvard.edu/rss/rss.html': 'rss',
  'http://www.rssboard.org/rss-specification': 'rss',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.w3.org/2005/Atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://search.yahoo.com/mrss/': 'media',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.rssboard.org/media-rss': 'media',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.w3.org/1999/xhtml': 'xhtml',
}

/** Prefixes that mean the vocabulary of the same name where a feed forgets to declare them. */
const customary = new Set(['rdf', 'atom', 'dc', 'dcterms', 'content', 'media', 'feedburner', 'itunes'])

/** The name of a feed's element by what its namespace means, whatever its prefix: `dc:creator`, `rss:title`, `atom:link`. */
export const feedName = (element: Element): string => {
  const local = localName(element)
  const namespace = namespaceOf(element)
  const prefix = element.name.slice(0, Math.max(0, element.name.indexOf(':')))
  const vocabulary = namespace === undefined ? undefined : vocabularies[namespace]
  if (vocabulary !== undefined) return `${vocabulary}:${local}`
  // RSS 2.0 has no namespace of its own; feeds that give it one choose whatever they like.
  if (prefix === '') return `rss:${local}`
  if (namespace !== undefined) return `other:${local}`
  return customary.has(prefix) ? `${prefix}:${local}` : `other:${local}`
}

/** Children of an element by their names (`feedName`), each list in the order of the text. */
export type FeedParts = ReadonlyMap<string, readonly Element[]>

export const partsOf = (parent: { readonly children: readonly ChildNode[] } | undefined): FeedParts => {
  const parts = new Map<string, Element[]>()
  for (const child of parent?.children ?? []) {
    if (!isTag(child)) continue
    const name = feedName(child)
    const list = parts.get(name)
    if (list) list.push(child)
    else parts.set(name, [child])
  }
  return parts
}

/** The elements of any of these names, in the order of the names. */
export const named = (parts: FeedParts, ...names: readonly string[]): readonly Element[] =>
  names.flatMap((name) => parts.get(name) ?? [])
