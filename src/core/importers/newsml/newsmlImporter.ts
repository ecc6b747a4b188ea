import type { Element } from 'domhandler'
import { CuttingsError } from '#shared/errors'
import { childNamed, localName } from '../markup/elements'
import { deepest } from '../markup/parseMarkup'
import { mostItems } from '../news/readJsonItems'
import { readXml } from '../news/readXml'
import { statedItemToArticle } from '../news/statedItemToArticle'
import { xmlRoot } from '../news/xmlRoot'
import type { Importer } from '../types'
import { itemsOf, readG2, type G2Record } from './g2Message'
import { childrenNamed } from './g2Values'
import { readNitf } from './nitfItem'
import { readNewsml1Item } from './newsml1Item'
import { textLimit } from '../textLimit'

const g2Namespace = 'http://iptc.org/std/nar/2006-10-01/'

/** Root elements of NewsML-G2, whether or not anything in them can be read. */
const g2Roots = new Set([
  'newsMessage',
  'newsItem',
  'packageItem',
  'knowledgeItem',
  'conceptItem',
  'planningItem',
  'catalogItem',
])

const recognise = (head: Uint8Array): number => {
  const root = xmlRoot(head)
  if (!root) return 0
  const isIptc = root.namespace === undefined || /^http:\/\/(?:www\.)?iptc\.org\//.test(root.namespace)
  if (root.namespace === g2Namespace) return g2Roots.has(root.name) ? 0.97 : 0
  if (root.name === 'NewsML' || root.name === 'nitf') return isIptc ? 0.95 : 0
  return root.namespace === undefined && g2Roots.has(root.name) ? 0.9 : 0
}

/** What the file is, for people, where it holds nothing to read. */
const names: Readonly<Record<string, string>> = {
  newsMessage: 'a NewsML-G2 message without texts or pictures',
  newsItem: 'a NewsML-G2 item without a text',
  packageItem: 'a NewsML-G2 package, which only points at its items',
  knowledgeItem: 'a NewsML-G2 list of concepts',
  conceptItem: 'a NewsML-G2 concept',
  planningItem: 'a NewsML-G2 planning item',
  catalogItem: 'a NewsML-G2 catalogue',
  NewsML: 'a NewsML file without a text',
}

function* newsml1(root: Element): Generator<G2Record> {
  const envelope = childNamed(root, 'NewsEnvelope')
  for (const item of childrenNamed(root, 'NewsItem'))
    for (const stated of readNewsml1Item(item, envelope)) yield { stated }
}

const refuseMany = (count: number): void => {
  if (count > mostItems) throw new CuttingsError('limit', { what: 'items', most: mostItems })
}

const recordsOf = (root: Element): Iterable<G2Record> => {
  const name = localName(root)
  if (name === 'nitf') return [{ stated: readNitf(root) }]
  return name === 'NewsML' ? newsml1(root) : readG2(root)
}

/** NewsML-G2 items and messages, NewsML 1.x and NITF: texts become articles, pictures on their own photos. */
export const newsmlImporter: Importer = {
  id: 'newsml',
  name: 'NewsML and NITF',
  extensions: ['xml', 'newsml', 'nitf'],
  mediaType: 'application/xml',
  limit: textLimit,
  limits: { items: mostItems, 'elements inside each other': deepest },
  recognise,
  parse: async function* (file) {
    const { root, charset, doubts } = readXml(await file.bytes())
    refuseMany(itemsOf(root, 'newsItem').length + childrenNamed(root, 'NewsItem').length)
    let count = 0
    for (const record of recordsOf(root)) {
      count += 1
      refuseMany(count)
      if ('photo' in record) yield record.photo
      else {
        const article = statedItemToArticle(record.stated)
        yield { ...article, charset, doubts: [...doubts, ...article.doubts] }
      }
    }
    if (count === 0)
      throw new CuttingsError('unknown-format', { found: names[localName(root)] ?? 'XML without a text' })
  },
}
