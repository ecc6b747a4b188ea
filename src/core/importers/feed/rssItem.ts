import type { Element } from 'domhandler'
import { absoluteAddress } from '../news/absoluteAddress'
import { joinValues } from '../news/joinValues'
import { oneLine } from '../news/oneLine'
import { textInside } from '../markup/elements'
import type { StatedField, StatedItem } from '../news/statedItem'
import type { FeedChannel } from './feedChannel'
import { named, partsOf, type FeedParts } from './feedNames'
import { feedPictures } from './feedPictures'
import { bodyAndSummary } from './feedSummary'
import { lineOf, rssText } from './feedText'

/** Where each field of an article stands in an item of RSS 0.9x, 1.0 and 2.0, the preferred place first. */
const fieldPlaces: Readonly<Partial<Record<StatedField, readonly string[]>>> = {
  headline: ['rss:title', 'dc:title', 'media:title'],
  byline: ['dc:creator', 'rss:author', 'atom:author', 'itunes:author', 'dc:contributor'],
  published: ['rss:pubDate', 'dcterms:issued', 'dcterms:created', 'dc:date', 'atom:published'],
  modified: ['dcterms:modified', 'atom:updated'],
  language: ['dc:language', 'rss:language'],
  uri: ['rss:guid', 'dc:identifier', 'atom:id'],
  copyrightNotice: ['dc:rights', 'rss:copyright'],
  infoSources: ['rss:source', 'dc:source'],
}

/** What the channel says of its items. */
const channelPlaces: Readonly<Partial<Record<StatedField, readonly string[]>>> = {
  publisher: ['rss:title', 'dc:publisher', 'atom:title'],
  language: ['rss:language', 'dc:language'],
  copyrightNotice: ['rss:copyright', 'dc:rights'],
}

/** Longer lines are no mail address with a name. */
const longestAuthor = 300

/** 'jd@example.org (John Doe)' is how RSS 2.0 writes an author. */
const authorOf = (line: string): string =>
  (line.length <= longestAuthor ? /^[^\s@]+@[^\s@]+\s*\((.+)\)$/.exec(line)?.[1] : undefined) ?? line

const nameOf = (element: Element): string => {
  const [name] = named(partsOf(element), 'atom:name')
  return authorOf(oneLine(name ? textInside(name) : lineOf(element)) ?? '')
}

const valuesAt = (
  parts: FeedParts,
  places: Readonly<Partial<Record<StatedField, readonly string[]>>>,
): Partial<Record<StatedField, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(places).map(([field, names]) => [
      field,
      named(parts, ...names).map(field === 'byline' ? nameOf : lineOf),
    ]),
  )

/** Several creators wrote it together. */
const joinCreators = (parts: FeedParts, bylines: readonly string[] | undefined): readonly string[] => {
  const creators = named(parts, 'dc:creator').map(nameOf).filter(Boolean)
  return creators.length > 1 ? [[...new Set(creators)].join(', ')] : (bylines ?? [])
}

const splitKeywords = (parts: FeedParts): readonly string[] =>
  named(parts, 'media:keywords').flatMap((element) => textInside(element).split(','))

/** FeedBurner keeps the address that it replaced; a guid is an address unless it says that it is none. */
const urlsOf = (item: Element, parts: FeedParts, base: string | undefined): readonly string[] => {
  const links = named(parts, 'feedburner:origLink', 'rss:link').map((link) => textInside(link))
  const atom = named(parts, 'atom:link')
    .filter((link) => (link.attribs['rel'] ?? 'alternate') === 'alternate')
    .map((link) => link.attribs['href'] ?? '')
  const guids = named(parts, 'rss:guid')
    .filter((guid) => guid.attribs['isPermaLink'] !== 'false')
    .map((guid) => textInside(guid))
    .filter((guid) => /^https?:\/\//.test(guid.trim()))
  return [...links, ...atom, ...guids, ...aboutOf(item).filter((uri) => /^https?:/.test(uri))]
    .map((address) => oneLine(address))
    .flatMap((address) => (address === undefined ? [] : [absoluteAddress(address, base)]))
}

const aboutOf = (item: Element): readonly string[] =>
  Object.entries(item.attribs).flatMap(([name, value]) => (/^(?:[\w.-]+:)?about$/.test(name) ? [value] : []))

export const readRssChannel = (channel: Element | undefined): FeedChannel => {
  const parts = partsOf(channel)
  const [link] = named(parts, 'rss:link')
  const base = link && oneLine(textInside(link))
  const own = valuesAt(parts, channelPlaces)
  const language = channel?.attribs['xml:lang']
  return {
    values: { ...own, language: [...(own.language ?? []), ...(language === undefined ? [] : [language])] },
    base: base !== undefined && URL.canParse(base) ? base : undefined,
  }
}

/** What an `item` of RSS says. */
export const readRssItem = (item: Element, channel: FeedChannel): StatedItem => {
  const parts = partsOf(item)
  const values = valuesAt(parts, fieldPlaces)
  const urls = urlsOf(item, parts, channel.base)
  const base = urls.find((url) => URL.canParse(url)) ?? channel.base
  const [description] = named(parts, 'rss:description', 'dc:description', 'itunes:summary')
  const content = named(parts, 'content:encoded', 'xhtml:body', 'atom:content').map(rssText)
  const own = {
    ...values,
    url: urls,
    byline: joinCreators(parts, values.byline),
    uri: [...(values.uri ?? []), ...aboutOf(item), ...urls.slice(0, 1)],
    keywords: [...named(parts, 'rss:category', 'dc:subject').map(lineOf), ...splitKeywords(parts)],
    language: [
      ...(item.attribs['xml:lang'] === undefined ? [] : [item.attribs['xml:lang']]),
      ...(values.language ?? []),
    ],
  }
  return {
    values: joinValues(own, channel.values),
    ...bodyAndSummary(content, description && rssText(description)),
    pictures: feedPictures(parts, base),
    doubts: [],
    base,
  }
}
