import type { CslDate } from '#shared/model/reference'
import { cleanLine } from './cleanValue'
import { isRecord } from './plainJson'
import { readCslDate } from './readCslDate'
import type { ReadCslDate } from './readCslDate'

const readPart = (part: unknown): number | string | undefined =>
  typeof part === 'string' ? cleanLine(part) : Number.isSafeInteger(part) ? Number(part) : undefined

/** Year, month and day as far as they are given. */
const readParts = (value: unknown): (number | string)[] => {
  const parts = (Array.isArray(value) ? value : []).slice(0, 3).map(readPart)
  const missing = parts.indexOf(undefined)
  return (missing < 0 ? parts : parts.slice(0, missing)).flatMap((part) => part ?? [])
}

const readDateParts = (value: unknown): (number | string)[][] =>
  (Array.isArray(value) ? value : [])
    .slice(0, 2)
    .map(readParts)
    .filter((parts) => parts.length > 0)

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? cleanLine(value) : undefined

const given = (key: string, value: unknown): object => (value === undefined ? {} : { [key]: value })

const circaOf = (value: unknown): string | number | boolean | undefined =>
  typeof value === 'boolean' || Number.isFinite(value) ? (value as boolean | number) : text(value)

/** A date variable (CSL 1.0.2): parts, the words of the source, or EDTF. Undefined where it says nothing. */
export const readDateVariable = (value: unknown): ReadCslDate | undefined => {
  if (typeof value === 'string') return readCslDate(value)
  if (Number.isSafeInteger(value)) return { date: { 'date-parts': [[Number(value)]] } }
  if (!isRecord(value)) return undefined
  const parts = readDateParts(value['date-parts'])
  const date: CslDate = {
    ...given('date-parts', parts.length === 0 ? undefined : parts),
    ...given('season', readPart(value['season'])),
    ...given('circa', circaOf(value['circa'])),
    ...given('literal', text(value['literal'])),
    ...given('raw', text(value['raw'])),
  }
  if (Object.keys(date).length > 0) return { date }
  return typeof value['edtf'] === 'string' ? readCslDate(value['edtf']) : undefined
}
