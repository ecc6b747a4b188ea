import { CuttingsError } from '#shared/errors'
import type { ParsedArticle, ParsedPhoto, ParsedUnreadable } from '#shared/model/parsed'
import { jsonHead } from '../news/jsonHead'
import { objectOf } from '../news/jsonValues'
import { oneLine } from '../news/oneLine'
import { deepestJson, mostItems, readJsonItems, type JsonFile, type JsonItem } from '../news/readJsonItems'
import { statedItemToArticle } from '../news/statedItemToArticle'
import type { Importer } from '../types'
import { ninjsLikeness } from './isNinjs'
import { readNinjsItem } from './ninjsItem'
import { readNinjsPhoto } from './ninjsPhoto'
import { describeItem, nameOfItem, readableItems, type ReadableItem } from './readableItems'
import { textLimit } from '../textLimit'

type Found = ReadableItem | ParsedUnreadable

const unreadable = (
  name: string,
  code: 'unknown-format' | 'damaged-file',
  detail: string,
): ParsedUnreadable => ({
  kind: 'unreadable',
  name: oneLine(name)?.slice(0, 200) ?? 'item',
  code,
  details: code === 'damaged-file' ? { reason: detail } : { found: detail },
})

const findIn = (item: JsonItem): readonly Found[] => {
  if ('broken' in item) return [unreadable(item.broken, 'damaged-file', 'the line is not valid JSON')]
  const object = objectOf(item.value)
  if (!object) return [unreadable('item', 'unknown-format', 'a JSON value that is no item')]
  const readable = readableItems(object)
  return readable.length > 0
    ? readable
    : [unreadable(nameOfItem(object), 'unknown-format', describeItem(object))]
}

const toRecord = (
  found: Found,
  { charset, doubts }: JsonFile,
): ParsedArticle | ParsedPhoto | ParsedUnreadable => {
  if ('kind' in found) return found
  if (found.as === 'photo') return readNinjsPhoto(found.item)
  const article = statedItemToArticle(readNinjsItem(found.item))
  return { ...article, charset, doubts: [...doubts, ...article.doubts] }
}

/**
 * ninjs 1.0 to 3.x: an item, an array of items, or one per line. Texts become articles, pictures photos without their
 * bytes; a file that holds neither is refused, and of several items those that hold neither are named.
 */
export const ninjsImporter: Importer = {
  id: 'ninjs',
  name: 'ninjs (News in JSON)',
  extensions: ['json', 'ninjs', 'jsonl'],
  mediaType: 'application/json',
  limit: textLimit,
  limits: { items: mostItems, 'levels inside each other': deepestJson },
  recognise: (head) => {
    const names = jsonHead(head)
    return names ? ninjsLikeness(names) : 0
  },
  parse: async function* (file) {
    const json = readJsonItems(await file.bytes())
    const found = json.items.flatMap(findIn)
    const [first] = found
    if (!first) throw new CuttingsError('unknown-format', { found: 'an empty list' })
    if (found.length > mostItems) throw new CuttingsError('limit', { what: 'items', most: mostItems })
    if (found.every((one) => 'kind' in one))
      throw new CuttingsError('unknown-format', {
        found: 'kind' in first ? String(first.details['found'] ?? first.details['reason']) : '',
      })
    for (const one of found) yield toRecord(one, json)
  },
}
