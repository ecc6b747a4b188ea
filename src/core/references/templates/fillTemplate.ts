import type { CslItem, CslName } from '#shared/model/reference'
import { pressDate } from './pressDate'

/** A work, and the name of the source that it is of. */
export interface CitedWork {
  readonly csl: CslItem
  readonly source?: string | undefined
}

/** The templates that ship. What stands in `[...]` is left out where a field in it is not stated. */
export const shippedTemplates = {
  attribution: 'according to {source}[, {date}]',
  'source-line': 'Source: {sources}',
} as const

const nameText = ({ literal, given, family, suffix, ...particles }: CslName): string =>
  literal ??
  [given, particles['dropping-particle'], particles['non-dropping-particle'], family, suffix]
    .filter(Boolean)
    .join(' ')

const listed = (names: readonly string[]): string | undefined =>
  names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const sourceOf = ({ csl, source }: CitedWork): string | undefined =>
  source ?? csl['container-title'] ?? csl.publisher ?? listed((csl.author ?? []).map(nameText))

const fields: Readonly<Record<string, (work: CitedWork) => string | undefined>> = {
  source: sourceOf,
  author: ({ csl }) => listed((csl.author ?? []).map(nameText)),
  title: ({ csl }) => csl.title,
  container: ({ csl }) => csl['container-title'],
  publisher: ({ csl }) => csl.publisher,
  date: ({ csl }) => pressDate(csl.issued),
  year: ({ csl }) => pressDate(csl.issued)?.match(/\d{1,4}$/)?.[0],
  url: ({ csl }) => csl.URL,
}

/** What may stand in braces. */
export const templateFields: readonly string[] = [...Object.keys(fields), 'sources']

const unique = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
]

/** A field of the works: of several works each value once, as `Source: A, B` has it. */
const valueOf = (name: string, works: readonly CitedWork[]): string | undefined => {
  const read = name === 'sources' ? sourceOf : Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!read) return `{${name}}`
  const values = unique(works.map(read))
  return values.length === 0 ? undefined : values.join(', ')
}

const place = /\{(\w+)\}/g

const fillPart = (part: string, works: readonly CitedWork[]): { text: string; isWhole: boolean } => {
  let isWhole = true
  const text = part.replace(place, (_, name: string) => {
    const value = valueOf(name, works)
    if (value === undefined) isWhole = false
    return value ?? ''
  })
  return { text, isWhole }
}

const fillOnce = (template: string, works: readonly CitedWork[]): string =>
  template
    .split(/(\[[^\][]*\])/)
    .map((part) => {
      const isOptional = part.startsWith('[') && part.endsWith(']')
      const { text, isWhole } = fillPart(isOptional ? part.slice(1, -1) : part, works)
      return isOptional && !isWhole ? '' : text
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** A line for each work; one for all where the template asks for `{sources}`. A field that is not known stays as it stands. */
export const fillTemplate = (template: string, works: readonly CitedWork[]): string[] =>
  template.includes('{sources}')
    ? [fillOnce(template, works)]
    : works.map((work) => fillOnce(template, [work]))
