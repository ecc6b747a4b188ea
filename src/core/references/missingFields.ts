import type { CslItem } from '#shared/model/reference'
import { fieldsOfType } from '#shared/csl/typeFields'

const isStated = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== ''

/** What an item of its type wants and has not; alternatives, of which one would do, are parted by `|`. */
export const missingFields = (csl: CslItem): string[] =>
  fieldsOfType(csl.type).wanted.filter(
    (wanted) => !wanted.split('|').some((variable) => isStated(csl[variable])),
  )
