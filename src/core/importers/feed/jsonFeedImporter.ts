import { CuttingsError } from '#shared/errors'
import { deepestJson, mostItems, readJsonItems } from '../news/readJsonItems'
import { jsonHead } from '../news/jsonHead'
import { listOf, objectOf } from '../news/jsonValues'
import { statedItemToArticle } from '../news/statedItemToArticle'
import type { Importer } from '../types'
import { readJsonFeedHead, readJsonFeedItem } from './jsonFeedItem'
import { textLimit } from '../textLimit'

/** The address that stands as `version` in every JSON Feed. */
const isVersion = (version: string | undefined): boolean =>
  /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(version ?? '')

/** JSON Feed 1 and 1.1 as saved to disk: one article for each item. */
export const jsonFeedImporter: Importer = {
  id: 'json-feed',
  name: 'JSON Feed',
  extensions: ['json'],
  mediaType: 'application/feed+json',
  limit: textLimit,
  limits: { items: mostItems, 'levels inside each other': deepestJson },
  recognise: (head) => (isVersion(jsonHead(head)?.get('version')) ? 0.97 : 0),
  parse: async function* (file) {
    const { items, charset, doubts } = readJsonItems(await file.bytes())
    const first = items[0] && 'value' in items[0] ? objectOf(items[0].value) : undefined
    const entries = listOf(first?.get('items')).flatMap((one) => objectOf(one) ?? [])
    if (!first || entries.length === 0)
      throw new CuttingsError('unknown-format', { found: 'a feed without entries' })
    if (entries.length > mostItems) throw new CuttingsError('limit', { what: 'items', most: mostItems })
    const feed = readJsonFeedHead(first)
    for (const entry of entries) {
      const article = statedItemToArticle(readJsonFeedItem(entry, feed))
      yield { ...article, charset, doubts: [...doubts, ...article.doubts] }
    }
  },
}
