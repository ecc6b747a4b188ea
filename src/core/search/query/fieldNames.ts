import { searchFields } from '#core/search/fields'
import { valueFields } from './fieldValue'

/** A name that can stand before a colon, and the name of the field in the model. */
export interface FieldName {
  readonly name: string
  readonly means: string
}

/** Every name that a field is known by, aliases after the name that they stand for. */
export const fieldNames: readonly FieldName[] = [
  ...searchFields.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((one) => ({ name: one, means: name })),
  ),
  ...[...valueFields.keys()].map((name) => ({ name, means: name })),
]

/** The name in the model of what was typed in any case; `undefined` where there is none. */
export const meaningOf = (typed: string): string | undefined =>
  fieldNames.find(({ name }) => name === typed.toLowerCase())?.means
