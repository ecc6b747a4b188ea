import { isTag, type Element } from 'domhandler'
import type { Fact, FactName } from './pageFacts'
import { isArticleType } from './articleTypes'
import { elementNear, shortText } from './shortText'

export interface ItemProperty {
  readonly name: string
  readonly value: string
}

/** Properties of a schema.org article that are read. */
const wanted: ReadonlyMap<string, FactName> = new Map([
  ['headline', 'headline'],
  ['name', 'headline'],
  ['author', 'byline'],
  ['creator', 'byline'],
  ['publisher', 'publisher'],
  ['datepublished', 'published'],
  ['datemodified', 'modified'],
  ['inlanguage', 'language'],
  ['keywords', 'keywords'],
  ['description', 'description'],
])

/** Characters of an author's name, or of several in one line. */
const longestName = 90

/** Elements between a property and its item, at most. */
const farthest = 64

/** The item to which a property belongs: the nearest element with `itemscope` above it (HTML standard, 5.2). */
const itemOf = (element: Element): Element | undefined => {
  let parent = element.parent
  for (let steps = 0; parent && steps < farthest; steps += 1, parent = parent.parent)
    if (isTag(parent) && parent.attribs['itemscope'] !== undefined) return parent
  return undefined
}

const isArticle = (item: Element | undefined): boolean => {
  const types = item?.attribs['itemtype']?.slice(0, 500).split(/\s+/) ?? []
  return types.some((type) => isArticleType(type.replace(/^https?:\/\/schema\.org\//i, '')))
}

/** A person or organisation is named by its `name`. */
const nameInside = (element: Element): string | undefined => {
  const named = elementNear(element, ({ attribs }) => /(?:^|\s)name(?:\s|$)/.test(attribs['itemprop'] ?? ''))
  return named && (named.attribs['content'] ?? shortText(named))
}

const valueOf = (element: Element): string => {
  const { attribs } = element
  if (attribs['itemscope'] !== undefined) return nameInside(element) ?? shortText(element) ?? ''
  return attribs['content'] ?? attribs['datetime'] ?? shortText(element) ?? ''
}

/** What an element says of an article by microdata; empty for all others. */
export const readItemProperty = (element: Element): ItemProperty[] => {
  const names = element.attribs['itemprop']?.slice(0, 500).toLowerCase().split(/\s+/) ?? []
  const found = names.filter((name) => wanted.has(name))
  if (found.length === 0 || !isArticle(itemOf(element))) return []
  const value = valueOf(element).slice(0, 1000).trim()
  // A box about the author holds more than the name.
  const fitting = found.filter((name) => wanted.get(name) !== 'byline' || value.length <= longestName)
  return value === '' ? [] : fitting.map((name) => ({ name, value }))
}

/** What microdata says of the article: of several headlines and dates the first, of authors all. */
export const microdataFacts = (properties: readonly ItemProperty[]): readonly Fact[] =>
  [...wanted].map(([property, name]) => {
    const values = properties.filter((one) => one.name === property).map((one) => one.value)
    const several = name === 'byline' || name === 'keywords'
    return { name, from: 'microdata', values: several ? [...new Set(values)] : values.slice(0, 1) }
  })
