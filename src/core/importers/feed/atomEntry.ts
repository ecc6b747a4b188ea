import type { Element } from 'domhandler'
import { textInside } from '../markup/elements'
import { absoluteAddress } from '../news/absoluteAddress'
import { joinValues } from '../news/joinValues'
import { oneLine } from '../news/oneLine'
import type { StatedItem, StatedPicture } from '../news/statedItem'
import type { FeedChannel } from './feedChannel'
import { named, partsOf, type FeedParts } from './feedNames'
import { feedPictures } from './feedPictures'
import { bodyAndSummary } from './feedSummary'
import { atomLine, atomText } from './feedText'

/** Atom inherits the base of its addresses from what is around (RFC 4287, 2). */
const baseOf = (element: Element, outer: string | undefined): string | undefined => {
  const own = element.attribs['xml:base']
  if (own === undefined) return outer
  if (URL.canParse(own)) return own
  return outer !== undefined && URL.canParse(own, outer) ? new URL(own, outer).href : outer
}

const linksOf = (parts: FeedParts, rel: string, base: string | undefined): readonly string[] =>
  named(parts, 'atom:link')
    .filter((link) => (link.attribs['rel'] ?? 'alternate') === rel)
    .flatMap((link) => oneLine(link.attribs['href'] ?? '') ?? [])
    .map((address) => absoluteAddress(address, base))

/** The names of all who wrote it, in one line, as a byline has them. */
const authorsOf = (parts: FeedParts): readonly string[] => {
  const names = named(parts, 'atom:author').flatMap((author) => {
    const [name = author] = named(partsOf(author), 'atom:name', 'atom:email')
    return oneLine(textInside(name)) ?? []
  })
  return names.length > 0 ? [[...new Set(names)].join(', ')] : []
}

const langOf = (element: Element): readonly string[] => {
  const language = element.attribs['xml:lang']
  return language === undefined ? [] : [language]
}

const lines = (parts: FeedParts, ...names: readonly string[]): readonly string[] =>
  named(parts, ...names).map(atomLine)

export const readAtomFeed = (feed: Element): FeedChannel => {
  const parts = partsOf(feed)
  const [home] = linksOf(parts, 'alternate', undefined)
  const [self] = linksOf(parts, 'self', undefined)
  const outer = [home, self].find((address) => address !== undefined && URL.canParse(address))
  return {
    values: {
      publisher: lines(parts, 'atom:title'),
      byline: authorsOf(parts),
      language: [...langOf(feed), ...lines(parts, 'dc:language')],
      copyrightNotice: lines(parts, 'atom:rights', 'atom:copyright', 'dc:rights'),
    },
    base: baseOf(feed, outer),
  }
}

const enclosures = (parts: FeedParts, base: string | undefined): readonly StatedPicture[] =>
  named(parts, 'atom:link')
    .filter(
      (link) => link.attribs['rel'] === 'enclosure' && link.attribs['type']?.startsWith('image/') === true,
    )
    .flatMap((link) => {
      const address = oneLine(link.attribs['href'] ?? '')
      const caption = oneLine(link.attribs['title'] ?? '')
      if (address === undefined) return []
      return [{ addresses: [absoluteAddress(address, base)], ...(caption === undefined ? {} : { caption }) }]
    })

/** What an Atom entry says (RFC 4287; Atom 0.3 where it differs in names alone). */
export const readAtomEntry = (entry: Element, feed: FeedChannel): StatedItem => {
  const parts = partsOf(entry)
  const base = baseOf(entry, feed.base)
  const [source] = named(parts, 'atom:source')
  const origin = partsOf(source)
  const urls = [...lines(parts, 'feedburner:origLink'), ...linksOf(parts, 'alternate', base)]
  const [author] = [...authorsOf(parts), ...lines(parts, 'dc:creator'), ...authorsOf(origin)]
  const own = {
    headline: lines(parts, 'atom:title'),
    byline: author === undefined ? [] : [author],
    publisher: lines(origin, 'atom:title'),
    published: lines(parts, 'atom:published', 'atom:issued', 'atom:created', 'dc:date'),
    modified: lines(parts, 'atom:updated', 'atom:modified'),
    language: langOf(entry),
    url: urls,
    uri: [...lines(parts, 'atom:id'), ...urls.slice(0, 1)],
    copyrightNotice: [...lines(parts, 'atom:rights', 'dc:rights'), ...lines(origin, 'atom:rights')],
    keywords: [
      ...named(parts, 'atom:category').map(({ attribs }) => attribs['label'] ?? attribs['term'] ?? ''),
      ...lines(parts, 'dc:subject'),
    ],
  }
  const content = named(parts, 'atom:content').flatMap((one) => atomText(one) ?? [])
  const [summary] = named(parts, 'atom:summary')
  return {
    values: joinValues(own, feed.values),
    ...bodyAndSummary(content, summary && atomText(summary)),
    pictures: [...feedPictures(parts, base), ...enclosures(parts, base)],
    doubts: [],
    base: base ?? urls.find((url) => URL.canParse(url)),
  }
}
