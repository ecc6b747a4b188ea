import type { Element } from 'domhandler'
import type { ParsedPhoto } from '#shared/model/parsed'
import { childNamed, textInside } from '../markup/elements'
import { joinValues } from '../news/joinValues'
import { oneLine } from '../news/oneLine'
import { joinedLines, photoOf } from '../news/photoOf'
import type { StatedItem, StatedPicture, StatedText } from '../news/statedItem'
import { childrenNamed, codeEnd, g2Values, textsOf } from './g2Values'
import { inlineText, type InlineText } from './inlineText'

/** IPTC news item natures (`ninat`): 'text', 'picture', 'graphic', 'video' ... */
export const g2Class = (item: Element): string => {
  const itemMeta = childNamed(item, 'itemMeta')
  return codeEnd(itemMeta && childNamed(itemMeta, 'itemClass'))
}

export const isPictureItem = (item: Element): boolean => /^(?:picture|graphic)$/.test(g2Class(item))

const firstLine = (texts: readonly string[]): string | undefined =>
  texts.map((text) => oneLine(text)).find((line) => line !== undefined)

/** Addresses of what is a picture in a content set, the widest first. Of a picture item that is all that states no type. */
const pictureAddresses = (item: Element): readonly string[] =>
  childrenNamed(childNamed(item, 'contentSet'), 'remoteContent')
    .filter(({ attribs }) =>
      (attribs['contenttype'] ?? (isPictureItem(item) ? 'image/' : '')).startsWith('image/'),
    )
    .sort((a, b) => (Number(b.attribs['width']) || 0) - (Number(a.attribs['width']) || 0))
    .flatMap(({ attribs }) => attribs['href'] ?? attribs['residref'] ?? [])

/** A picture item as the picture of a text. */
export const g2Picture = (item: Element): StatedPicture => {
  const contentMeta = childNamed(item, 'contentMeta')
  const { headline = [], byline = [] } = g2Values(item)
  return {
    caption: firstLine([...textsOf(contentMeta, 'description'), ...headline]),
    credit: firstLine([...textsOf(contentMeta, 'creditline'), ...byline]),
    addresses: pictureAddresses(item),
  }
}

/** A picture item that belongs to no text of the file. */
export const g2Photo = (item: Element): ParsedPhoto => {
  const contentMeta = childNamed(item, 'contentMeta')
  const values = g2Values(item)
  return photoOf({
    headline: joinedLines(values.headline ?? []),
    description: joinedLines(textsOf(contentMeta, 'description')),
    creator: joinedLines(values.byline ?? []),
    creditLine: joinedLines(textsOf(contentMeta, 'creditline')),
    copyrightNotice: joinedLines(values.copyrightNotice ?? []),
    copyrightOwner: joinedLines(values.copyrightHolder ?? []),
    rightsUsageTerms: joinedLines(values.usageTerms ?? []),
    instructions: joinedLines(values.edNote ?? []),
    dateCreated: firstLine(textsOf(contentMeta, 'contentCreated')),
    keywords: joinedLines(values.keywords ?? []),
    personInImage: joinedLines(values.persons ?? []),
    locationShown: joinedLines(values.places ?? []),
    source: joinedLines([...(values.publisher ?? [])]),
    digitalImageGuid: joinedLines(values.uri ?? []),
    renditionAddress: pictureAddresses(item)[0],
  })
}

/** Texts inside a content set; data in base64 is not among them. */
const inlineTexts = (item: Element): readonly InlineText[] =>
  childrenNamed(childNamed(item, 'contentSet'), 'inlineXML', 'inlineData')
    .filter(({ attribs }) => attribs['encoding'] === undefined)
    .flatMap((element) => inlineText(element) ?? [])

const summariesOf = (item: Element): readonly StatedText[] =>
  childrenNamed(childNamed(item, 'contentMeta'), 'description')
    .filter((description) => textInside(description).trim() !== '')
    .map((description) => ({ form: 'nodes', nodes: description.children }))

export const hasText = (item: Element): boolean => inlineTexts(item).length > 0

/** What a text item says, with the pictures that go with it. */
export const readG2Item = (item: Element, pictures: readonly StatedPicture[]): StatedItem => {
  const texts = inlineTexts(item)
  const pages = childrenNamed(childNamed(item, 'contentSet'), 'remoteContent')
    .filter(({ attribs }) => attribs['contenttype'] === 'text/html')
    .flatMap(({ attribs }) => attribs['href'] ?? [])
  const own = pictureAddresses(item).map((address) => ({ addresses: [address] }))
  const type = g2Class(item)
  const isOther = type !== '' && type !== 'text' && type !== 'composite'
  return {
    values: texts.reduce(
      (values, text) => joinValues(values, text.values),
      joinValues(g2Values(item), { url: pages }),
    ),
    summaries: summariesOf(item),
    bodies: texts.map(({ text }) => text),
    pictures: [...own, ...pictures],
    doubts: isOther
      ? [{ field: 'articleType', message: `Its publisher files it as "${type}"; its text was read.` }]
      : [],
  }
}
