import { fieldNumber } from '#core/search/fields'
import { itemKind } from '#shared/model/kinds'
import { isAskedDate, readAskedDates } from './askedDate'
import type { DateRelation, QueryNode } from './syntax'

/** Why a value can't be one of its field. */
export type ValueFault = 'unknown-value' | 'bad-date'

/** What stands behind `name:`: words that are looked for in a field, or a value that is read by itself. */
export type FieldMeaning =
  { readonly field: number } | { readonly read: (value: string) => QueryNode | ValueFault }

/** What the fields with a closed list of values take (records.md). */
export const knownValues = {
  has: ['photo', 'slot', 'citation', 'note', 'credit', 'original'],
  is: ['unsourced', 'inferred', 'single-source'],
  kind: itemKind.options,
} as const satisfies Readonly<Record<string, readonly string[]>>

const oneOf =
  (known: readonly string[], node: (value: string) => QueryNode) =>
  (value: string): QueryNode | ValueFault =>
    known.includes(value.toLowerCase()) ? node(value.toLowerCase()) : 'unknown-value'

const flagOf = (name: 'has' | 'is') =>
  oneOf(knownValues[name], (value) => ({ type: 'flag', flag: `${name}:${value}` }))

/** The form of a BCP 47 tag: a language, then its subtags. */
const languageTag = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/u

const languageOf = (value: string): QueryNode | ValueFault => {
  const language = value.toLowerCase()
  return languageTag.test(language) ? { type: 'language', language } : 'unknown-value'
}

const dateOf =
  (relation: DateRelation) =>
  (value: string): QueryNode | ValueFault => {
    const date = relation === 'on' ? readAskedDates(value) : isAskedDate(value) ? value : undefined
    return date === undefined ? 'bad-date' : { type: 'date', relation, date }
  }

/** Names that ask for a value and not for words, in lower case. */
export const valueFields: ReadonlyMap<string, (value: string) => QueryNode | ValueFault> = new Map([
  ['has', flagOf('has')],
  ['is', flagOf('is')],
  ['kind', oneOf(knownValues.kind, (kind) => ({ type: 'kind', kind }))],
  ['language', languageOf],
  ['before', dateOf('before')],
  ['after', dateOf('after')],
  ['on', dateOf('on')],
  ['published', dateOf('on')],
])

/** What `name:` means, in any case; `undefined` where no field has the name. */
export const fieldMeaning = (name: string): FieldMeaning | undefined => {
  const read = valueFields.get(name.toLowerCase())
  if (read) return { read }
  const field = fieldNumber(name)
  return field === undefined ? undefined : { field }
}
