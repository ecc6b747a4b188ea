import { dateVariables, nameVariables, textVariables } from '#shared/csl/cslVariables'
import { fieldsOfType } from '#shared/csl/typeFields'
import type { ReferenceDraft } from './draft'

export type FieldShape = 'line' | 'text' | 'names' | 'date' | 'moment'

export interface FormField {
  readonly name: string
  readonly shape: FieldShape
}

/** Kept apart from when it was issued and looked at, though CSL has no variable for them. */
const ownDates = ['custom.updated', 'custom.captured']

const long: ReadonlySet<string> = new Set(['abstract', 'note', 'annote'])

const shapeOf = (name: string): FieldShape => {
  if (nameVariables.has(name)) return 'names'
  if (dateVariables.has(name)) return 'date'
  if (ownDates.includes(name)) return 'moment'
  return long.has(name) ? 'text' : 'line'
}

const isKnown = (name: string): boolean =>
  nameVariables.has(name) || dateVariables.has(name) || textVariables.has(name)

/** What the form of a type shows, and after that whatever else the item states. */
export const formFields = ({ csl }: ReferenceDraft): FormField[] => {
  const own = fieldsOfType(csl.type).fields.flatMap((name) =>
    name === 'accessed' ? ['custom.updated', 'accessed', 'custom.captured'] : [name],
  )
  const others = Object.keys(csl).filter((name) => isKnown(name) && !own.includes(name))
  return [...own, ...others].map((name) => ({ name, shape: shapeOf(name) }))
}

const isStated = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== ''

/** What an item of its type wants and has not, while it is typed. */
export const missingIn = ({ csl }: ReferenceDraft): string[] =>
  fieldsOfType(csl.type).wanted.filter((wanted) => !wanted.split('|').some((name) => isStated(csl[name])))
