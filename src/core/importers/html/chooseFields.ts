import type { ParsedArticle } from '#shared/model/parsed'
import { cleanByline } from './cleanByline'
import { factDate, type FactDate } from './factDate'
import { factText } from './factText'
import type { Fact, FactName } from './pageFacts'
import { withoutLastPart, withoutSiteName, type TitleContext } from './withoutSiteName'

type Fields = ParsedArticle['fields']
type Origins = NonNullable<ParsedArticle['origins']>

/** A value that can be taken, and how it is shown beside others. */
export interface Candidate<Value> {
  readonly from: Fact['from']
  readonly value: Value
  readonly shown: string
  /** What is not sure about it. */
  readonly doubt?: string | undefined
}

export interface Candidates {
  readonly headline: readonly Candidate<string>[]
  readonly byline: readonly Candidate<string>[]
  readonly publisher: readonly Candidate<string>[]
  readonly published: readonly Candidate<FactDate>[]
  readonly modified: readonly Candidate<FactDate>[]
  readonly language: readonly Candidate<string>[]
  readonly url: readonly Candidate<string>[]
  readonly uri: readonly Candidate<string>[]
  readonly keywords: readonly Candidate<readonly string[]>[]
  readonly copyrightNotice: readonly Candidate<string>[]
  readonly description: readonly Candidate<string>[]
}

/** Pages are set to the language of their template less often than their Open Graph is. */
const moreTrusted: Readonly<Partial<Record<FactName, readonly Fact['from'][]>>> = {
  language: ['json-ld', 'page', 'dublin-core', 'meta', 'open-graph'],
  // Open Graph means addresses of profiles by `article:author`: names stand in it by mistake.
  byline: ['json-ld', 'microdata', 'dublin-core', 'meta', 'page', 'open-graph'],
  // The address that a page declares as its own (RFC 6596).
  url: ['page', 'json-ld', 'open-graph', 'capture'],
}

const inOrder = (facts: readonly Fact[], name: FactName): readonly Fact[] => {
  const found = facts.filter((fact) => fact.name === name)
  const order = moreTrusted[name]
  return order ? order.flatMap((from) => found.filter((fact) => fact.from === from)) : found
}

const candidatesOf = <Value>(
  facts: readonly Fact[],
  name: FactName,
  read: (values: readonly string[]) => Value | undefined,
  show: (value: Value) => string,
): readonly Candidate<Value>[] =>
  inOrder(facts, name).flatMap(({ from, values }) => {
    const value = values.length === 0 ? undefined : read(values)
    return value === undefined ? [] : [{ from, value, shown: show(value) }]
  })

/** Names of accounts: where anything else is known, they come last. */
const isAccount = (name: string): boolean => /^@\S+$|^(?=\S*\d)[\w.-]+$/.test(name)

const accountsLast = (candidates: readonly Candidate<string>[]): readonly Candidate<string>[] => [
  ...candidates.filter(({ value }) => !isAccount(value)),
  ...candidates.filter(({ value }) => isAccount(value)),
]

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text)

const readText =
  (longest: number) =>
  ([value = '']: readonly string[]): string | undefined => {
    const text = factText(value)
    return text === '' || text.length > longest ? undefined : text
  }

const readName = (values: readonly string[]): string | undefined => {
  const name = readText(200)(values)
  return name === undefined || isAddress(name) ? undefined : name
}

const readUrl =
  (base: string | undefined) =>
  ([value = '']: readonly string[]): string | undefined => {
    const url = URL.canParse(value, base) ? new URL(value, base) : undefined
    return url && /^https?:$/.test(url.protocol) && url.href.length <= 4000 ? url.href : undefined
  }

/** A URI, as RFC 3986 begins one: an ISSN alone names a periodical. */
const readUri = (values: readonly string[]): string | undefined => {
  const uri = readText(2000)(values)
  return uri !== undefined && /^[a-z][a-z0-9+.-]*:\S+$/i.test(uri) ? uri : undefined
}

const readLanguage = ([value = '']: readonly string[]): string | undefined => {
  const tag = value.trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    // Looks like a tag, and is none.
    return undefined
  }
}

/** Keywords of a page, at most. */
const mostKeywords = 100

const readKeywords = (values: readonly string[]): readonly string[] | undefined => {
  const texts = values.map(factText)
  const parted = texts.length === 1 ? (texts[0] ?? '').split(/[,;،、，]/) : texts
  const words = [...new Set(parted.map((word) => word.trim()))].filter(
    (word) => word !== '' && word.length <= 200,
  )
  return words.length === 0 ? undefined : words.slice(0, mostKeywords)
}

const readDate = ([value = '']: readonly string[]): FactDate | undefined => factDate(value)

const same = (text: string): string => text
const dateShown = ({ date }: FactDate): string => date.literal ?? date.edtf

/** Only the title of the page itself is cut where nothing but its form says that a site's name stands at its end. */
const readTitle = ({ from, value }: Candidate<string>, site: TitleContext): Candidate<string> => {
  const title = withoutSiteName(value, site)
  const guess = from === 'page' && title === value ? withoutLastPart(value) : undefined
  if (guess === undefined) return { from, value: title, shown: title }
  const doubt = `The page's title is "${value.slice(0, 400)}"; its end was taken for the name of the site.`
  return { from, value: guess, shown: guess, doubt }
}

/** What can be taken for each field, in the order of trust. `headings` are the page's main headings. */
export const readCandidates = (
  facts: readonly Fact[],
  headings: readonly string[],
  base: string | undefined,
): Candidates => {
  const publisher = candidatesOf(facts, 'publisher', readName, same)
  const url = candidatesOf(facts, 'url', readUrl(base), same)
  const site = { publisher: publisher[0]?.value, url: url[0]?.value, headings }
  const titles = candidatesOf(facts, 'headline', readText(1000), same)
  return {
    headline: titles.map((title) => readTitle(title, site)),
    byline: accountsLast(candidatesOf(facts, 'byline', cleanByline, same)),
    publisher,
    published: candidatesOf(facts, 'published', readDate, dateShown),
    modified: candidatesOf(facts, 'modified', readDate, dateShown),
    language: candidatesOf(facts, 'language', readLanguage, same),
    url,
    uri: candidatesOf(facts, 'uri', readUri, same),
    keywords: candidatesOf(facts, 'keywords', readKeywords, (words) => words.join(', ')),
    copyrightNotice: candidatesOf(facts, 'copyrightNotice', readText(1000), same),
    description: candidatesOf(facts, 'description', readText(1000), same),
  }
}

/** The values that were found, each once for each place. */
const originsOf = (candidates: readonly Candidate<unknown>[]): Origins[string] => {
  const seen = new Set<string>()
  return candidates.flatMap(({ from, shown }) => {
    const key = `${from} ${shown}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ from, value: shown }]
  })
}

/** The first of each field, and where every value was found. The headline is chosen by the caller. */
export const chooseFields = (
  all: Candidates,
): { readonly fields: Omit<Fields, 'headline' | 'articleType'>; readonly origins: Origins } => {
  const { description: _, ...candidates } = all
  const fields: Record<string, unknown> = {}
  const origins: Origins = {}
  for (const [name, list] of Object.entries(candidates) as [string, readonly Candidate<unknown>[]][]) {
    const [first] = list
    if (!first) continue
    origins[name] = originsOf(list)
    if (name !== 'headline')
      fields[name] =
        name === 'published' || name === 'modified' ? (first.value as FactDate).date : first.value
  }
  return { fields: fields as Omit<Fields, 'headline' | 'articleType'>, origins }
}
