import type { Doubt } from '#shared/model/article'
import type { ParsedReference } from '#shared/model/parsed'
import type { CslItem } from '#shared/model/reference'
import { cleanLine, cleanValue } from './cleanValue'
import { cslTypes } from '#shared/csl/cslTypes'
import { dateVariables, nameVariables, onlyText, textVariables } from '#shared/csl/cslVariables'
import { isPlainJson, isRecord } from './plainJson'
import { readDateVariable } from './readDateVariable'
import { readNameVariable } from './readNameVariable'
import { checkFieldLength } from './referenceLimits'
import { toReference } from './toReference'

/** A value as it is kept, and what is not sure of it; undefined where it has not the shape of its variable. */
interface ReadValue {
  readonly value: unknown
  readonly doubt?: string
}

const readText = (name: string, value: unknown): ReadValue | undefined => {
  if (typeof value === 'number' && Number.isFinite(value))
    return { value: onlyText.has(name) ? String(value) : value }
  const lines = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
  const text = cleanValue(lines.join(', '))
  return text === undefined ? undefined : { value: text }
}

const readVariable = (name: string, value: unknown): ReadValue | undefined => {
  if (typeof value === 'string') checkFieldLength(value.length)
  if (dateVariables.has(name) || (name === 'container' && isRecord(value))) {
    const { date, doubt } = readDateVariable(value) ?? {}
    return date && { value: date, ...(doubt === undefined ? {} : { doubt }) }
  }
  if (nameVariables.has(name)) {
    const names = readNameVariable(value)
    return names && { value: names }
  }
  if (textVariables.has(name)) return readText(name, value)
  return isPlainJson(value) ? { value } : undefined
}

/** `{"date-parts": [[null]]}`, which Crossref writes for a date that it has not. */
const isNoDate = (value: unknown): boolean => {
  const parts: unknown = isRecord(value) && Object.keys(value).length === 1 ? value['date-parts'] : undefined
  const [first, ...more] = Array.isArray(parts) ? (parts as readonly unknown[]) : []
  return more.length === 0 && Array.isArray(first) && first.every((part) => part === null)
}

const isBlank = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && cleanValue(value) === undefined) ||
  (Array.isArray(value) && value.length === 0) ||
  isNoDate(value)

const misshapen = (name: string): Doubt => ({
  field: name.slice(0, 80) || '(no name)',
  message: `The value of "${name.slice(0, 80)}" is not of the kind that CSL-JSON has there.`,
})

const idOf = (value: unknown): string | number | undefined => {
  if (typeof value === 'string') return cleanLine(value)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

const typeOf = (value: unknown, doubts: Doubt[]): string => {
  if (typeof value === 'string' && cslTypes.has(value)) return value
  const said = typeof value === 'string' ? `"${value.slice(0, 80)}"` : 'no type'
  doubts.push({
    field: 'type',
    message: `The entry has ${said} where CSL has a type; it was read as a document.`,
  })
  return 'document'
}

/**
 * One object as a reference: variables in the shape that CSL 1.0.2 gives them, everything else as the data that it is. A
 * value of a wrong shape is kept under `custom`. Undefined where nothing says that the object is an item.
 */
export const readCslItem = (entry: unknown, number: number): ParsedReference | undefined => {
  if (!isRecord(entry)) return undefined
  const { id: givenId, type: givenType, custom, ...rest } = entry
  if (typeof givenType !== 'string' && typeof rest['title'] !== 'string') return undefined
  const doubts: Doubt[] = []
  const type = typeOf(givenType, doubts)
  const kept: Record<string, unknown> = isRecord(custom) && isPlainJson(custom) ? { ...custom } : {}
  if (typeof givenType === 'string' && type !== givenType) kept['type'] = givenType.slice(0, 1000)
  const variables = Object.entries(rest).flatMap(([name, value]): [string, unknown][] => {
    checkFieldLength(name.length)
    if (isBlank(value) || name === '__proto__') return []
    const read = readVariable(name, value)
    if (read?.doubt !== undefined) doubts.push({ field: name, message: read.doubt })
    if (read) return [[name, read.value]]
    doubts.push(misshapen(name))
    if (name !== '' && isPlainJson(value)) kept[name] = value
    return []
  })
  const id = idOf(givenId)
  const key = idOf(rest['citation-key']) ?? id
  const csl = {
    id: id ?? key ?? `entry-${number}`,
    type,
    ...Object.fromEntries(variables),
    ...(Object.keys(kept).length > 0 ? { custom: kept } : {}),
  }
  // Object.entries gives `unknown` values; each was brought into the shape of its variable above.
  return toReference(key === undefined ? undefined : String(key), csl as CslItem, doubts)
}
