import { listOf, objectOf, textOf, type JsonObject } from '../news/jsonValues'
import { oneLine } from '../news/oneLine'
import { wordsOf } from '../news/readStatedText'
import type { StatedPicture } from '../news/statedItem'
import { textsAt } from './ninjsFields'
import { pictureAddresses } from './renditions'
import { roledTexts, type RoledText } from './roledTexts'

/** Items that belong to one: an object by name in 1.x, an array from 2.0. */
export const associatedItems = (item: JsonObject): readonly JsonObject[] => {
  const value = item.get('associations')
  const all = Array.isArray(value) ? listOf(value) : [...(objectOf(value)?.values() ?? [])]
  return all.flatMap((one) => objectOf(one) ?? [])
}

export const typeOf = (item: JsonObject): string => textOf(item.get('type'))?.trim().toLowerCase() ?? ''

/** A drawing is a picture too; what states no type is one where all it has are pictures. */
export const isPictureItem = (item: JsonObject): boolean => {
  const type = typeOf(item)
  if (type !== '') return type === 'picture' || type === 'graphic'
  return pictureAddresses(item).length > 0 && roledTexts(item, 'body').length === 0
}

/** Roles of descriptions that are no caption. */
const creditRoles = /^credit|creditline$/
const altRoles = /^alt/
const writerRoles = /^writer|captionwriter$/

const lineIn = (texts: readonly RoledText[], isRole: (role: string) => boolean): string | undefined => {
  const fitting = texts.filter(({ role }) => isRole(role)).map(({ text }) => text)
  const text = fitting.find(({ form }) => form === 'plain') ?? fitting[0]
  return text && wordsOf(text)
}

/** The words that go with a picture, by the roles of its descriptions. */
export const pictureWords = (
  item: JsonObject,
): {
  readonly caption: string | undefined
  readonly credit: string | undefined
  readonly altText: string | undefined
  readonly writer: string | undefined
} => {
  const texts = roledTexts(item, 'description')
  const isOther = (role: string): boolean =>
    ![creditRoles, altRoles, writerRoles].some((roles) => roles.test(role))
  const [credit = lineIn(texts, (role) => creditRoles.test(role))] = textsAt(item, ['creditline'])
  const [alt = lineIn(texts, (role) => altRoles.test(role))] = textsAt(item, ['alttext'])
  return {
    caption: lineIn(texts, isOther),
    credit: credit === undefined ? undefined : oneLine(credit),
    altText: alt === undefined ? undefined : oneLine(alt),
    writer: lineIn(texts, (role) => writerRoles.test(role)),
  }
}

/** 'A. Name/Agency', where both are given and the one does not name the other. */
const joinCredit = (by: string | undefined, credit: string | undefined): string | undefined => {
  if (by === undefined || credit === undefined) return credit ?? by
  return credit.includes(by) ? credit : by.includes(credit) ? by : `${by}/${credit}`
}

/** What an item says of its picture; a URN names it and leads nowhere. */
const pictureOf = (item: JsonObject): StatedPicture => {
  const { caption, credit, altText } = pictureWords(item)
  const [by] = textsAt(item, ['by', 'byline']).flatMap((line) => oneLine(line) ?? [])
  const headline = lineIn(roledTexts(item, 'headline'), () => true)
  const addresses = pictureAddresses(item)
  return {
    caption: caption ?? headline,
    credit: joinCredit(by, credit),
    altText,
    addresses: addresses.length > 0 ? addresses : textsAt(item, ['uri']).filter((uri) => !/^urn:/i.test(uri)),
  }
}

export interface Associations {
  readonly pictures: readonly StatedPicture[]
  readonly doubts: readonly { readonly field: string; readonly message: string }[]
}

/** Pictures of an item, and what is said of associated items that are neither pictures nor texts. */
export const readAssociations = (item: JsonObject): Associations => {
  const all = associatedItems(item)
  const left = all.map(typeOf).filter((type) => type !== '' && !['picture', 'graphic', 'text'].includes(type))
  return {
    pictures: all.filter(isPictureItem).map(pictureOf),
    doubts: left.map((type) => ({
      field: 'slots',
      message: `An associated item of type "${type}" is no picture and was left out.`,
    })),
  }
}
