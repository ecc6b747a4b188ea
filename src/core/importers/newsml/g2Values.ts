import type { Element } from 'domhandler'
import { childElements, childNamed, localName, textInside } from '../markup/elements'
import { oneLine } from '../news/oneLine'
import type { StatedItem } from '../news/statedItem'

/** Names of concepts by their codes, as the `assert` elements of an item give them. */
export type Concepts = ReadonlyMap<string, string>

export const childrenNamed = (
  parent: Element | undefined,
  ...names: readonly string[]
): readonly Element[] =>
  parent ? childElements(parent).filter((child) => names.includes(localName(child))) : []

export const textsOf = (parent: Element | undefined, ...names: readonly string[]): readonly string[] =>
  childrenNamed(parent, ...names).map(textInside)

export const conceptsOf = (item: Element): Concepts =>
  new Map(
    childrenNamed(item, 'assert').flatMap((concept) => {
      const [name] = textsOf(concept, 'name')
      const code = concept.attribs['qcode'] ?? concept.attribs['uri'] ?? concept.attribs['literal']
      return name === undefined || code === undefined ? [] : [[code, name] as const]
    }),
  )

/** The name of what an element points at: written in it, asserted by the item, or a literal; codes alone are no names. */
const nameOf = (element: Element, concepts: Concepts): readonly string[] => {
  const [name] = textsOf(element, 'name')
  const { qcode, uri, literal } = element.attribs
  const found =
    name ?? concepts.get(qcode ?? '') ?? concepts.get(uri ?? '') ?? concepts.get(literal ?? '') ?? literal
  return found === undefined ? [] : [found]
}

const namesOf = (
  parent: Element | undefined,
  concepts: Concepts,
  ...names: readonly string[]
): readonly string[] => childrenNamed(parent, ...names).flatMap((element) => nameOf(element, concepts))

/** The end of a code: 'usable' of 'stat:usable'. */
export const codeEnd = (element: Element | undefined): string => {
  const code = element?.attribs['qcode'] ?? element?.attribs['uri'] ?? ''
  return code.slice(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1)
}

/** Natures of concepts (IPTC `cpnat`) by the field that subjects of theirs go to; all others are keywords. */
const subjectFields: Readonly<Record<string, 'persons' | 'places' | 'organisations'>> = {
  person: 'persons',
  geoArea: 'places',
  place: 'places',
  poi: 'places',
  organisation: 'organisations',
}

const subjectsFor = (
  contentMeta: Element | undefined,
  concepts: Concepts,
  field: 'keywords' | 'persons' | 'places' | 'organisations',
): readonly string[] =>
  childrenNamed(contentMeta, 'subject')
    .filter(({ attribs }) => {
      const type = attribs['type'] ?? attribs['typeuri'] ?? ''
      return (
        (subjectFields[type.slice(Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')) + 1)] ??
          'keywords') === field
      )
    })
    .flatMap((subject) => nameOf(subject, concepts))

/** As in ninjs: the first version's time is when it was published, a later one's a change. */
const datesOf = (
  item: Element,
  itemMeta: Element | undefined,
  contentMeta: Element | undefined,
): StatedItem['values'] => {
  const first = textsOf(itemMeta, 'firstCreated')
  const version = textsOf(itemMeta, 'versionCreated')
  const isFirst = first.length === 0 && Number(item.attribs['version'] ?? '1') <= 1
  return {
    published: [...first, ...(isFirst ? version : []), ...textsOf(contentMeta, 'contentCreated')],
    modified: isFirst ? textsOf(contentMeta, 'contentModified') : version,
  }
}

const bylinesOf = (contentMeta: Element | undefined, concepts: Concepts): readonly string[] => {
  const by = textsOf(contentMeta, 'by')
  const creators = namesOf(contentMeta, concepts, 'creator').flatMap((name) => oneLine(name) ?? [])
  return by.length > 0 || creators.length === 0 ? by : [creators.join(', ')]
}

/** What the management and content metadata of a NewsML-G2 item say (NewsML-G2 2.x). */
export const g2Values = (item: Element): StatedItem['values'] => {
  const concepts = conceptsOf(item)
  const itemMeta = childNamed(item, 'itemMeta')
  const contentMeta = childNamed(item, 'contentMeta')
  const rights = childNamed(item, 'rightsInfo')
  const [provider] = childrenNamed(itemMeta, 'provider')
  const stated = provider ? [...nameOf(provider, concepts), codeEnd(provider)] : []
  const tags = childrenNamed(contentMeta, 'language').map(({ attribs }) => attribs['tag'] ?? '')
  return {
    ...datesOf(item, itemMeta, contentMeta),
    headline: [...textsOf(contentMeta, 'headline'), ...textsOf(itemMeta, 'title')],
    byline: bylinesOf(contentMeta, concepts),
    dateline: [...textsOf(contentMeta, 'dateline'), ...namesOf(contentMeta, concepts, 'located')],
    publisher: stated.slice(0, 1),
    language: [...tags, item.attribs['xml:lang'] ?? ''],
    uri: [item.attribs['guid'] ?? ''],
    pubStatus: childrenNamed(itemMeta, 'pubStatus').map(codeEnd),
    copyrightNotice: textsOf(rights, 'copyrightNotice'),
    copyrightHolder: namesOf(rights, concepts, 'copyrightHolder'),
    usageTerms: textsOf(rights, 'usageTerms'),
    edNote: textsOf(itemMeta, 'edNote'),
    embargoedUntil: textsOf(itemMeta, 'embargoed'),
    keywords: [...textsOf(contentMeta, 'keyword'), ...subjectsFor(contentMeta, concepts, 'keywords')],
    persons: subjectsFor(contentMeta, concepts, 'persons'),
    places: subjectsFor(contentMeta, concepts, 'places'),
    organisations: subjectsFor(contentMeta, concepts, 'organisations'),
    infoSources: [...namesOf(contentMeta, concepts, 'infoSource'), ...textsOf(contentMeta, 'creditline')],
  }
}
