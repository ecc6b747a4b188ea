import type { Element } from 'domhandler'
import { childElements, childNamed, elementsNamed, localName, textInside } from '../markup/elements'
import { joinValues } from '../news/joinValues'
import { oneLine } from '../news/oneLine'
import type { StatedItem, StatedPicture } from '../news/statedItem'
import { childrenNamed, textsOf } from './g2Values'
import { inlineText, type InlineText } from './inlineText'

const formalName = (parent: Element | undefined, name: string): string =>
  (parent && childNamed(parent, name)?.attribs['FormalName']) ?? ''

/** Elements around one, the nearest first, up to the news item. */
const around = (element: Element, item: Element): readonly Element[] => {
  const found: Element[] = []
  for (let at = element; at !== item;) {
    found.push(at)
    const parent = at.parent
    if (!parent || !('attribs' in parent)) break
    at = parent
  }
  return found
}

const linesAt = (component: Element, name: string): readonly string[] =>
  textsOf(childNamed(component, 'NewsLines'), name)

const parties = (component: Element, name: string): readonly string[] =>
  childrenNamed(childNamed(component, 'AdministrativeMetadata'), name).flatMap((one) =>
    childrenNamed(one, 'Party').flatMap(({ attribs }) => attribs['FormalName'] ?? []),
  )

/** Properties that list keywords, as services name them ('BWIndustryKeywords'). */
const keywordProperties = (component: Element): readonly string[] =>
  childrenNamed(component, 'Metadata').flatMap((metadata) =>
    childrenNamed(metadata, 'Property')
      .filter(({ attribs }) => /keywords?$/i.test(attribs['FormalName'] ?? ''))
      .flatMap(({ attribs }) => attribs['Value'] ?? []),
  )

/** What a component says of its text. */
const componentValues = (component: Element): StatedItem['values'] => ({
  headline: linesAt(component, 'HeadLine'),
  byline: [...linesAt(component, 'ByLine'), ...parties(component, 'Creator')],
  dateline: linesAt(component, 'DateLine'),
  publisher: parties(component, 'Provider'),
  language: childrenNamed(childNamed(component, 'DescriptiveMetadata'), 'Language').flatMap(
    ({ attribs }) => attribs['FormalName'] ?? [],
  ),
  copyrightNotice: linesAt(component, 'CopyrightLine'),
  keywords: [...linesAt(component, 'KeywordLine'), ...keywordProperties(component)],
  infoSources: [...parties(component, 'Source'), ...linesAt(component, 'CreditLine')],
})

/** What the item and its envelope say of all of its components. */
export const newsml1Values = (item: Element, envelope: Element | undefined): StatedItem['values'] => {
  const management = childNamed(item, 'NewsManagement')
  const first = textsOf(management, 'FirstCreated')
  const revision = textsOf(management, 'ThisRevisionCreated')
  const [sender] = envelope ? elementsNamed(envelope, 'Party') : []
  return {
    published: first.length > 0 ? first : revision,
    modified: revision,
    uri: elementsNamed(item, 'PublicIdentifier').slice(0, 1).map(textInside),
    pubStatus: [formalName(management, 'Status')],
    publisher: [formalName(envelope, 'NewsService'), sender?.attribs['FormalName'] ?? ''],
  }
}

/** Roles of components (NewsML 1.2, `Role`) that are no body, in lower case. */
const roles: Readonly<Record<string, 'none' | 'summary' | 'ending'>> = {
  stylesheet: 'none',
  headline: 'none',
  subheadline: 'summary',
  abstract: 'summary',
  summary: 'summary',
  contact: 'ending',
  tagline: 'ending',
}

interface RoledText extends InlineText {
  readonly role: string
}

const roleOf = (content: Element, component: Element): string => {
  for (const one of around(content, component).slice(1)) {
    const role = formalName(one, 'Role')
    if (role !== '') return role.toLowerCase()
  }
  return ''
}

const textsIn = (component: Element): readonly RoledText[] =>
  elementsNamed(component, 'ContentItem').flatMap((content) => {
    const data = childNamed(content, 'DataContent')
    const type = childNamed(content, 'MimeType')?.attribs['FormalName'] ?? 'text/'
    const text = data && /^text\/|xml$/i.test(type) && !/css$/.test(type) ? inlineText(data) : undefined
    return text ? [{ ...text, role: roleOf(content, component) }] : []
  })

const isPictureContent = (content: Element): boolean =>
  content.attribs['Href'] !== undefined &&
  (/^image\//i.test(formalName(content, 'MimeType')) ||
    /^(?:photo|graphic|picture)$/i.test(formalName(content, 'MediaType')))

const widthOf = (content: Element): number => {
  const properties = elementsNamed(content, 'Property')
  return (
    Number(properties.find(({ attribs }) => /width$/i.test(attribs['FormalName'] ?? ''))?.attribs['Value']) ||
    0
  )
}

/** The sizes of a picture stand in one component, or each in one of its own with the same role beside each other. */
const picturesIn = (component: Element): readonly StatedPicture[] => {
  const holders = new Map<Element, Element[]>()
  for (const content of elementsNamed(component, 'ContentItem').filter(isPictureContent)) {
    const [, holder = component] = around(content, component)
    holders.set(holder, [...(holders.get(holder) ?? []), content])
  }
  return [...holders].map(([holder, contents]) => {
    const largest = [...contents].sort((a, b) => widthOf(b) - widthOf(a))
    const captions = [
      ...textsOf(holder, 'Caption'),
      ...(holder === component ? [] : linesAt(holder, 'HeadLine')),
    ]
    const credits =
      holder === component ? [] : [...linesAt(holder, 'CreditLine'), ...linesAt(holder, 'ByLine')]
    return {
      caption: captions.flatMap((line) => oneLine(line) ?? [])[0],
      credit: credits.flatMap((line) => oneLine(line) ?? [])[0],
      addresses: largest.flatMap(({ attribs }) => attribs['Href'] ?? []),
    }
  })
}

/** Components with a headline of their own, none inside another: each is one text, as in several languages. */
const headed = (component: Element): readonly Element[] => {
  if (linesAt(component, 'HeadLine').length > 0) return [component]
  return childElements(component)
    .filter((child) => localName(child) === 'NewsComponent')
    .flatMap(headed)
}

/** What a `NewsItem` of NewsML 1.x holds: one for each text in it. */
export const readNewsml1Item = (item: Element, envelope: Element | undefined): readonly StatedItem[] => {
  const tops = childrenNamed(item, 'NewsComponent')
  const components = tops.flatMap((top) => {
    const found = headed(top).filter((one) => textsIn(one).length > 0)
    return found.length > 0 ? found : textsIn(top).length > 0 ? [top] : []
  })
  return components.map((component) => {
    const texts = textsIn(component)
    const within = (kind: string | undefined): readonly RoledText[] =>
      texts.filter(({ role }) => roles[role] === kind)
    const values = around(component, item).map(componentValues)
    return {
      values: [...values, ...texts.map((text) => text.values), newsml1Values(item, envelope)].reduce(
        joinValues,
        {},
      ),
      summaries: within('summary').map(({ text }) => text),
      bodies: within(undefined).map(({ text }) => text),
      endings: within('ending').map(({ text }) => text),
      pictures: picturesIn(component),
      doubts: [],
    }
  })
}
