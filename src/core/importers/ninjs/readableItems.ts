import { CuttingsError } from '#shared/errors'
import { textOf, type JsonObject } from '../news/jsonValues'
import { mostItems } from '../news/readJsonItems'
import { associatedItems, isPictureItem, typeOf } from './associations'
import { textsAt } from './ninjsFields'
import { roledTexts } from './roledTexts'

export interface ReadableItem {
  readonly item: JsonObject
  readonly as: 'article' | 'photo'
}

/** Types whose headline alone makes an article; of any other a body has to be there. */
const textTypes = new Set(['text', 'composite'])

const isArticle = (item: JsonObject): boolean => {
  if (roledTexts(item, 'body').length > 0) return true
  const type = typeOf(item)
  const hasWords = roledTexts(item, 'headline').length > 0 || roledTexts(item, 'description').length > 0
  if (type === 'text') return hasWords
  const isPlain = type === '' && !item.has('eventdetails') && !item.has('plannedcoverage')
  return (textTypes.has(type) || isPlain) && hasWords && roledTexts(item, 'description').length > 0
}

/**
 * What can be read of an item: itself, and texts that it brings along whole; of one that is no text itself, pictures too.
 * Depth is that of the file, which is bounded; it is walked without recursion. Throws `limit`.
 */
export const readableItems = (item: JsonObject): readonly ReadableItem[] => {
  const found: ReadableItem[] = []
  const waiting: { readonly item: JsonObject; readonly inText: boolean }[] = [{ item, inText: false }]
  for (const next of waiting) {
    const isPicture = isPictureItem(next.item)
    const isText = !isPicture && isArticle(next.item)
    if (isText) found.push({ item: next.item, as: 'article' })
    else if (isPicture && !next.inText) found.push({ item: next.item, as: 'photo' })
    if (found.length > mostItems) throw new CuttingsError('limit', { what: 'items', most: mostItems })
    for (const associated of associatedItems(next.item))
      waiting.push({ item: associated, inText: next.inText || isText })
  }
  return found
}

/** What an item is that holds nothing to read, in words for people. */
export const describeItem = (item: JsonObject): string => {
  const type = typeOf(item) || (item.has('eventdetails') ? 'event' : '')
  return type === '' ? 'a ninjs item without a text' : `a ninjs item of type "${type}" without a text`
}

export const nameOfItem = (item: JsonObject): string =>
  textOf(item.get('title')) ?? textsAt(item, ['uri', 'guid'])[0] ?? 'item'
