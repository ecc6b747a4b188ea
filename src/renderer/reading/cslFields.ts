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

/** A CSL date in words, as far as it is known (CSL 1.0.2). */
const dateToText = (date: CslDate, format: (edtf: string) => string): string | undefined => {
  if (date.literal) return date.literal
  const parts = date['date-parts']?.map((one) =>
    format(one.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')),
  )
  return parts?.join(' – ') ?? date.raw
}

const isPlain = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

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
  const others = Object.entries(csl).filter(
    ([name, value]) => !always.includes(name) && name !== 'id' && name !== 'type' && isPlain(value),
  )
  return [
    ...always.map((name) => ({ name, ...(known[name] ? { value: known[name] } : {}) })),
    ...others.map(([name, value]) => ({ name, value: String(value) })),
  ]
}
