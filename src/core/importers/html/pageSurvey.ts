import { isComment, isTag, type ChildNode, type Element } from 'domhandler'
import { localName, textInside } from '../markup/elements'
import { readItemProperty, type ItemProperty } from './microdata'
import { shortText } from './shortText'

/** What a page says of itself beside its text, as it stands; gathered in one walk. */
export interface PageSurvey {
  /** `<meta>` by lower-case name: `property`, `name`, `itemprop` or `http-equiv`. */
  readonly metas: ReadonlyMap<string, readonly string[]>
  /** Texts of JSON-LD blocks. */
  readonly data: readonly string[]
  /** Microdata of the article (schema.org). */
  readonly properties: readonly ItemProperty[]
  readonly titles: readonly string[]
  readonly headings: readonly string[]
  readonly languages: readonly string[]
  readonly canonicals: readonly string[]
  /** `<base href>`. */
  readonly bases: readonly string[]
  /** `datetime` of `<time>`, and texts of elements that say by their class that they hold a date. */
  readonly times: readonly string[]
  readonly dates: readonly string[]
  /** Address from which a browser or SingleFile saved the page. */
  readonly savedFrom: readonly string[]
  /** Elements and texts. */
  readonly nodes: number
  /** What telling the article from the rest would cost (`mostCost`). */
  readonly cost: number
}

/** Values of one kind, at most: a page needs a few. */
const most = 200

/** Characters of a value that are looked at. */
const longest = 4000

/** Characters of JSON-LD in one block, at most. */
const longestData = 1_000_000

type Mutable<Value> = {
  -readonly [Key in keyof Value]: Value[Key] extends readonly (infer Item)[]
    ? Item[]
    : Value[Key] extends ReadonlyMap<infer Name, unknown>
      ? Map<Name, string[]>
      : Value[Key]
}

const push = (list: string[], value: string | undefined): void => {
  const found = value?.slice(0, longest).trim()
  if (found && list.length < most) list.push(found)
}

const addMeta = (survey: Mutable<PageSurvey>, { attribs }: Element): void => {
  const names = [attribs['property'], attribs['name'], attribs['itemprop'], attribs['http-equiv']]
  const value = attribs['content'] ?? attribs['value']
  for (const name of names.flatMap((one) => one?.slice(0, 500).toLowerCase().trim().split(/\s+/) ?? [])) {
    const list = survey.metas.get(name) ?? []
    push(list, value)
    if (survey.metas.size < most * 5) survey.metas.set(name, list)
  }
}

const dateClass = /(?:^|[\s_-])(?:date|pubdate|published|timestamp|dateline|posted|time)(?:$|[\s_-])/i

const visitors: Readonly<Record<string, (survey: Mutable<PageSurvey>, element: Element) => void>> = {
  meta: addMeta,
  html: (survey, { attribs }) => push(survey.languages, attribs['lang'] ?? attribs['xml:lang']),
  title: (survey, element) => push(survey.titles, textInside(element)),
  h1: (survey, element) => push(survey.headings, shortText(element)),
  base: (survey, { attribs }) => push(survey.bases, attribs['href']),
  time: (survey, { attribs }) => push(survey.times, attribs['datetime']),
  link: (survey, { attribs }) => {
    if (/(?:^|\s)canonical(?:\s|$)/i.test(attribs['rel'] ?? '')) push(survey.canonicals, attribs['href'])
  },
  script: (survey, element) => {
    if (!isJsonLd(element) || survey.data.length >= most) return
    const text = textInside(element)
    if (text.length <= longestData) survey.data.push(text)
  },
}

export const isJsonLd = (element: Element): boolean =>
  localName(element) === 'script' && /^application\/ld\+json\b/i.test(element.attribs['type'] ?? '')

/** `<!-- saved from url=(0021)https://example.org/ -->`, and SingleFile's ` url: https://example.org/ `. */
const savedFrom =
  /^\s*(?:saved from url=\(\d{4}\)(https?:\S+)|\s*Page saved with SingleFile\s+url: (https?:\S+))/i

const visitComment = (survey: Mutable<PageSurvey>, text: string): void => {
  const match = savedFrom.exec(text.slice(0, longest))
  push(survey.savedFrom, match?.[1] ?? match?.[2])
}

const pictureNames = new Set(['img', 'picture', 'figure', 'source', 'video'])

/** Readability's patterns for pictures that load late take the square of an attribute's length. */
const attributesCost = (element: Element): number => {
  if (!pictureNames.has(localName(element))) return 0
  let cost = 0
  for (const name in element.attribs) {
    const length = element.attribs[name]?.length ?? 0
    if (length > 100 && length <= longestAttribute) cost += length ** 2 / 1000
  }
  return cost
}

/** Characters of an attribute above which it is not shown to Readability. */
export const longestAttribute = 4000

/** Text is as dear as an element for each of so many characters. */
const charactersPerUnit = 100

export const surveyPage = (children: readonly ChildNode[]): PageSurvey => {
  const survey: Mutable<PageSurvey> = {
    metas: new Map(),
    data: [],
    properties: [],
    titles: [],
    headings: [],
    languages: [],
    canonicals: [],
    bases: [],
    times: [],
    dates: [],
    savedFrom: [],
    nodes: 0,
    cost: 0,
  }
  const visit = (nodes: readonly ChildNode[], depth: number): void => {
    for (const node of nodes) {
      survey.nodes += 1
      if (isComment(node)) visitComment(survey, node.data)
      else if (isTag(node)) {
        survey.cost += depth + attributesCost(node)
        const name = localName(node)
        if (Object.hasOwn(visitors, name)) visitors[name]?.(survey, node)
        if (dateClass.test(node.attribs['class']?.slice(0, 500) ?? '')) push(survey.dates, shortText(node))
        if (survey.properties.length < most) survey.properties.push(...readItemProperty(node))
        visit(node.children, depth + 1)
      } else if ('children' in node) visit(node.children, depth + 1)
      else survey.cost += (depth * node.data.length) / charactersPerUnit
    }
  }
  visit(children, 1)
  return survey
}
