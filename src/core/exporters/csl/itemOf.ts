import type { CslItem } from '#shared/model/reference'

/** Named, because the compiler takes a date that may be absent for one that is no JSON. */
export const itemOf = (fields: Pick<CslItem, 'id' | 'type'> & Readonly<Record<string, unknown>>): CslItem =>
  fields as CslItem
