import type { Reference } from '#shared/model/reference'

/** A reference as it is being edited: variables of CSL by their names, and what stands beside them. */
export interface ReferenceDraft {
  readonly csl: Readonly<Record<string, unknown>> & { readonly type: string }
  readonly key: string
  readonly sourceId?: string | undefined
}

export const newDraft: ReferenceDraft = { csl: { type: 'article-newspaper' }, key: '' }

export const draftOf = ({ csl, key, sourceId }: Reference): ReferenceDraft => {
  const { id: _id, ...variables } = csl
  return { csl: { ...variables, type: csl.type }, key, sourceId }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0)

const customOf = (csl: ReferenceDraft['csl']): Readonly<Record<string, unknown>> => {
  const custom = csl['custom']
  return typeof custom === 'object' && custom !== null && !Array.isArray(custom)
    ? (custom as Record<string, unknown>)
    : {}
}

const inCustom = /^custom\./

/** The value of a variable; `custom.updated` is what CSL has no variable for. */
export const valueIn = ({ csl }: ReferenceDraft, name: string): unknown =>
  inCustom.test(name) ? customOf(csl)[name.replace(inCustom, '')] : csl[name]

const without = <Value>(record: Readonly<Record<string, Value>>, name: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))

const withValue = (record: Readonly<Record<string, unknown>>, name: string, value: unknown) =>
  isEmpty(value) ? without(record, name) : { ...record, [name]: value }

/** The draft with another value of a variable; an empty one takes the variable away. */
export const withVariable = (draft: ReferenceDraft, name: string, value: unknown): ReferenceDraft => {
  const { csl } = draft
  const changed = inCustom.test(name)
    ? withValue(csl, 'custom', withValue(customOf(csl), name.replace(inCustom, ''), value))
    : withValue(csl, name, value)
  return { ...draft, csl: { ...changed, type: csl.type } }
}

export const withType = (draft: ReferenceDraft, type: string): ReferenceDraft => ({
  ...draft,
  csl: { ...draft.csl, type },
})

export const sameDraft = (one: ReferenceDraft, other: ReferenceDraft): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
