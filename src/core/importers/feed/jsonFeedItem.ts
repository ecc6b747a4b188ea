import { listOf, objectOf, textOf, type JsonObject } from '../news/jsonValues'
import { absoluteAddress } from '../news/absoluteAddress'
import { joinValues } from '../news/joinValues'
import type { StatedField, StatedItem, StatedPicture, StatedText } from '../news/statedItem'
import type { FeedChannel } from './feedChannel'
import { bodyAndSummary } from './feedSummary'

/** Where each field of an article stands in an item (JSON Feed 1.1), the preferred place first. */
const fieldPlaces: Readonly<Partial<Record<StatedField, readonly string[]>>> = {
  headline: ['title'],
  published: ['date_published'],
  modified: ['date_modified'],
  language: ['language'],
  url: ['url', 'external_url'],
  uri: ['id', 'url'],
}

const textsAt = (object: JsonObject, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => textOf(object.get(name)) ?? [])

/** Version 1.1 has `authors`, version 1 had `author`. */
const authorsOf = (object: JsonObject): readonly string[] => {
  const names = [...listOf(object.get('authors')), ...listOf(object.get('author'))].flatMap(
    (author) => textOf(objectOf(author)?.get('name')) ?? [],
  )
  return names.length > 0 ? [[...new Set(names)].join(', ')] : []
}

export const readJsonFeedHead = (feed: JsonObject): FeedChannel => {
  const base = textsAt(feed, ['home_page_url', 'feed_url']).find((address) => URL.canParse(address))
  return {
    values: {
      publisher: textsAt(feed, ['title']),
      language: textsAt(feed, ['language']),
      byline: authorsOf(feed),
    },
    base,
  }
}

const picturesOf = (item: JsonObject, base: string | undefined): readonly StatedPicture[] => {
  const images = textsAt(item, ['image', 'banner_image']).map((address) => ({
    addresses: [absoluteAddress(address, base)],
  }))
  const attachments = listOf(item.get('attachments')).flatMap((one) => {
    const attachment = objectOf(one)
    const address = textOf(attachment?.get('url'))
    if (address === undefined || textOf(attachment?.get('mime_type'))?.startsWith('image/') !== true)
      return []
    const caption = textOf(attachment?.get('title'))
    return [{ addresses: [absoluteAddress(address, base)], ...(caption === undefined ? {} : { caption }) }]
  })
  return [...images, ...attachments]
}

/** What an item of a JSON Feed says (jsonfeed.org, version 1.1). */
export const readJsonFeedItem = (item: JsonObject, feed: FeedChannel): StatedItem => {
  const values = Object.fromEntries(
    Object.entries(fieldPlaces).map(([field, names]) => [field, textsAt(item, names)]),
  )
  const base = textsAt(item, ['url']).find((address) => URL.canParse(address)) ?? feed.base
  const [authors] = authorsOf(item)
  const own = {
    ...values,
    byline: authors === undefined ? [] : [authors],
    keywords: listOf(item.get('tags')).flatMap((tag) => textOf(tag) ?? []),
  }
  const content: readonly StatedText[] = [
    ...textsAt(item, ['content_html']).map((text) => ({ form: 'html' as const, text })),
    ...textsAt(item, ['content_text']).map((text) => ({ form: 'plain' as const, text })),
  ]
  const [summary] = textsAt(item, ['summary'])
  return {
    values: joinValues(own, feed.values),
    ...bodyAndSummary(content, summary === undefined ? undefined : { form: 'plain', text: summary }),
    pictures: picturesOf(item, base),
    doubts: [],
    base,
  }
}
