import { fieldNumber } from '#core/search/fields'
import { isPartialDate } from './dates'
import type { QueryNode } from './syntax'

/** What `name:value` means; `unknown` where no field has the name, `bad` where the value can't be one. */
export const fieldValue = (
  name: string,
  value: string,
): QueryNode | 'unknown' | 'bad' | { field: number } => {
  switch (name.toLowerCase()) {
    case 'has':
    case 'is':
      return { type: 'flag', flag: `${name.toLowerCase()}:${value.toLowerCase()}` }
    case 'kind':
      return { type: 'kind', kind: value.toLowerCase() }
    case 'language':
      return { type: 'language', language: value.toLowerCase() }
    case 'before':
    case 'after':
      return isPartialDate(value)
        ? { type: 'date', relation: name.toLowerCase() as 'before', date: value }
        : 'bad'
    case 'on':
    case 'published':
      return isPartialDate(value) ? { type: 'date', relation: 'on', date: value } : 'bad'
    default: {
      const field = fieldNumber(name)
      return field === undefined ? 'unknown' : { field }
    }
  }
}
