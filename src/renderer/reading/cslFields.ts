import { dateVariables, nameVariables } from '#shared/csl/cslVariables'
import type { CslDate, CslItem, CslName } from '#shared/model/reference'

export interface CslField {
  readonly name: string
  /** Absent: not stated. */
  readonly value?: string
}

/** Shown even where they are not stated; others follow as the record has them. */
const always = ['title', 'author', 'container-title', 'publisher', 'issued', 'accessed', 'URL', 'language']

const nameToText = (name: CslName): string =>
  name.literal ??
  [name.given, name['non-dropping-particle'], name.family, name.suffix].filter(Boolean).join(' ')

/** A CSL date in words, as far as it is known (CSL 1.0.2), with what stands in print beside it. */
const dateToText = (date: CslDate, format: (edtf: string) => string): string | undefined => {
  const parts = date['date-parts']?.map((one) =>
    format(one.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')),
  )
  const stated = parts?.join(' – ')
  if (stated === undefined) return date.literal ?? date.raw
  return date.literal === undefined ? stated : `${stated} (${date.literal})`
}

const isPlain = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

const textOf = (name: string, value: unknown, format: (edtf: string) => string): string | undefined => {
  if (nameVariables.has(name)) return (value as readonly CslName[]).map(nameToText).join('; ')
  if (dateVariables.has(name)) return dateToText(value as CslDate, format)
  return isPlain(value) ? String(value) : undefined
}

/** What CSL has no variable for: when it was updated and captured, and fields that other programs wrote. */
const customFields = (custom: unknown): CslField[] =>
  typeof custom !== 'object' || custom === null
    ? []
    : Object.entries(custom).flatMap(([name, value]: [string, unknown]): CslField[] =>
        isPlain(value) ? [{ name: `custom.${name}`, value: String(value) }] : [],
      )

/** The variables of a CSL item as lines of text: the usual ones always, what else is plain after them. */
export const cslFields = (csl: CslItem, format: (edtf: string) => string): readonly CslField[] => {
  const known: Readonly<Record<string, string | undefined>> = {
    title: csl.title,
    author: csl.author?.map(nameToText).join('; '),
    'container-title': csl['container-title'],
    publisher: csl.publisher,
    issued: csl.issued && dateToText(csl.issued, format),
    accessed: csl.accessed && dateToText(csl.accessed, format),
    URL: csl.URL,
    language: csl.language,
  }
  const others = Object.entries(csl).flatMap(([name, value]): CslField[] => {
    if (always.includes(name) || name === 'id' || name === 'type') return []
    if (name === 'custom') return customFields(value)
    const text = textOf(name, value, format)
    return text === undefined ? [] : [{ name, value: text }]
  })
  return [...always.map((name) => ({ name, ...(known[name] ? { value: known[name] } : {}) })), ...others]
}
