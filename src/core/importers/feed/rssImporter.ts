import { isTag, type Element } from 'domhandler'
import { CuttingsError } from '#shared/errors'
import { elementsNamed, localName } from '../markup/elements'
import { deepest } from '../markup/parseMarkup'
import { mostItems } from '../news/readJsonItems'
import { readXml } from '../news/readXml'
import { statedItemToArticle } from '../news/statedItemToArticle'
import { xmlRoot } from '../news/xmlRoot'
import type { Importer } from '../types'
import { named, partsOf } from './feedNames'
import { readRssChannel, readRssItem } from './rssItem'
import { textLimit } from '../textLimit'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

/** RDF is used for much else: only that of RSS declares one of its namespaces at the root. */
const declaresRss = (declared: readonly string[]): boolean =>
  declared.some((uri) =>
    /^http:\/\/(?:purl\.org\/rss\/1\.0\/$|(?:my|channel)\.netscape\.com\/rdf\/simple\/)/.test(uri),
  )

const recognise = (head: Uint8Array): number => {
  const root = xmlRoot(head)
  if (!root) return 0
  if (root.name === 'rss') return 0.97
  return root.name === 'RDF' && root.namespace === rdf && declaresRss(root.declared) ? 0.97 : 0
}

/** Items stand in the channel, in RSS 0.90 and 1.0 beside it, and in damaged feeds anywhere. */
const itemsOf = (root: Element, channel: Element | undefined): readonly Element[] => {
  const items = [...named(partsOf(channel), 'rss:item'), ...named(partsOf(root), 'rss:item')]
  return items.length > 0 ? items : elementsNamed(root, 'item')
}

/** RSS 0.9x, 1.0 and 2.0 as saved to disk: one article for each item. */
export const rssImporter: Importer = {
  id: 'rss',
  name: 'RSS',
  extensions: ['rss', 'rdf', 'xml'],
  mediaType: 'application/rss+xml',
  limit: textLimit,
  limits: { items: mostItems, 'elements inside each other': deepest },
  recognise,
  parse: async function* (file) {
    const { root, charset, doubts } = readXml(await file.bytes())
    const channel = root.children.filter(isTag).find((child) => localName(child) === 'channel')
    const items = itemsOf(root, channel)
    if (items.length === 0) throw new CuttingsError('unknown-format', { found: 'a feed without entries' })
    if (items.length > mostItems) throw new CuttingsError('limit', { what: 'items', most: mostItems })
    const stated = readRssChannel(channel)
    for (const item of items) {
      const article = statedItemToArticle(readRssItem(item, stated))
      yield { ...article, charset, doubts: [...doubts, ...article.doubts] }
    }
  },
}
