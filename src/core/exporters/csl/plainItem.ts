import { cslNameParts } from '#shared/model/cslNameParts'
import type { CslItem } from '#shared/model/reference'

const dateVariables: ReadonlySet<string> = new Set([
  'accessed',
  'available-date',
  'container',
  'event-date',
  'issued',
  'original-date',
  'submitted',
])

/** `note` is left out: citeproc reads `type: book` and the like in it as orders that replace fields. */
const leftOut: ReadonlySet<string> = new Set(['id', 'note'])

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const plainText = (value: unknown): string | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const line = String(value).replace(/\s+/gu, ' ').trim()
  return line === '' ? undefined : line
}

const isMonth = (month: number): boolean => month >= 1 && month <= 12
/** Spring to winter, as EDTF numbers them and as citeproc does. */
const isSeason = (month: number): boolean => (month >= 21 && month <= 24) || (month >= 13 && month <= 16)

const plainParts = (value: unknown): number[] | undefined => {
  if (!Array.isArray(value)) return undefined
  const parts = value.slice(0, 3).map((part) => Number(part))
  const known = parts.findIndex((part) => !Number.isSafeInteger(part))
  const whole = known === -1 ? parts : parts.slice(0, known)
  const [year, month, day] = whole
  if (year === undefined) return undefined
  if (month === undefined || !(isMonth(month) || isSeason(month))) return [year]
  if (isSeason(month)) return [year, month]
  return day === undefined || day < 1 || day > 31 ? [year, month] : [year, month, day]
}

/** Both ends of a range as precise as the less precise one: citeproc ends over others. */
const alike = (ends: readonly number[][]): number[][] => {
  const least = Math.min(...ends.map(({ length }) => length))
  return ends.map((end) => end.slice(0, least))
}

/** Parts where there are any, else the words of the source; citeproc would guess at `raw`. */
const plainDate = (value: unknown): Record<string, unknown> | undefined => {
  if (!isRecord(value)) return undefined
  const given = value['date-parts']
  const parts = Array.isArray(given)
    ? given.slice(0, 2).flatMap((one: unknown) => {
        const plain = plainParts(one)
        return plain ? [plain] : []
      })
    : []
  const season = Number(value['season'])
  const hasSeason = parts.length === 1 && parts[0]?.length === 1 && season >= 1 && season <= 4
  if (parts.length > 0)
    return {
      'date-parts': alike(parts),
      ...(hasSeason ? { season } : {}),
      ...(value['circa'] ? { circa: true } : {}),
    }
  const literal = plainText(value['literal']) ?? plainText(value['raw'])
  return literal === undefined ? undefined : { literal }
}

const plainNames = (value: unknown): Record<string, string>[] | undefined => {
  if (!Array.isArray(value)) return undefined
  const names = value.flatMap((name: unknown) => {
    if (!isRecord(name)) return []
    const parts = cslNameParts.flatMap((part) => {
      const line = plainText(name[part])
      return line === undefined ? [] : [[part, line] as const]
    })
    return parts.length > 0 ? [Object.fromEntries(parts)] : []
  })
  return names.length > 0 ? names : undefined
}

/**
 * The item as citeproc can read it without stumbling: lines of text, names, dates; whatever has another shape is left
 * out. A fresh copy, since citeproc writes into its items.
 */
export const plainItem = (item: CslItem, id: string): Record<string, unknown> => {
  const plain = Object.entries(item).flatMap(([key, value]): [string, unknown][] => {
    if (leftOut.has(key)) return []
    const read = dateVariables.has(key)
      ? plainDate(value)
      : Array.isArray(value)
        ? plainNames(value)
        : plainText(value)
    return read === undefined ? [] : [[key, read]]
  })
  return { ...Object.fromEntries(plain), id }
}
