import { isDeepStrictEqual } from 'node:util'
import type { ReferenceFormat } from '#shared/contract/references'
import { cslDateToEdtf } from '#shared/csl/cslDateToEdtf'
import { dateVariables } from '#shared/csl/cslVariables'
import type { CslDate, CslItem } from '#shared/model/reference'
import { formatReaders } from './formatReaders'
import { writtenFormats } from './formats'

/** A number and the same digits as text are one value; a date is what EDTF says of it, and its words. */
const comparable = (variable: string, value: unknown): unknown => {
  if (value === undefined) return undefined
  if (typeof value === 'number') return String(value)
  if (!dateVariables.has(variable)) return value
  const date = value as CslDate
  const edtf = cslDateToEdtf(date)
  const words = date.literal ?? date.raw
  return { edtf, words: words === edtf ? undefined : words }
}

const readBack = async (item: CslItem, format: ReferenceFormat): Promise<CslItem | undefined> => {
  const { write, extension } = writtenFormats[format]
  const bytes = new TextEncoder().encode(write([item]))
  const file = {
    name: `one.${extension}`,
    size: bytes.byteLength,
    read: (at: number, length: number) => Promise.resolve(bytes.slice(at, at + length)),
    bytes: () => Promise.resolve(bytes),
    companions: [],
    mapping: undefined,
  }
  for await (const parsed of formatReaders[format].parse(file))
    if (parsed.kind === 'reference') return parsed.csl
  return undefined
}

const differences = (before: CslItem, after: CslItem | undefined): string[] =>
  Object.entries(before).flatMap(([variable, value]) => {
    if (variable === 'id' || variable === 'citation-key') return []
    if (variable === 'custom' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const kept: unknown = after?.['custom']
      const held = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
      return Object.entries(value).flatMap(([name, one]) =>
        isDeepStrictEqual(one, held[name]) ? [] : [`custom.${name}`],
      )
    }
    const [one, other] = [comparable(variable, value), comparable(variable, after?.[variable])]
    return isDeepStrictEqual(one, other) ? [] : [variable]
  })

/**
 * The variables that a format does not hold of an item, or not as they are: the item is written and read back, so that what
 * is said of a format is what it does.
 */
export const lostFields = async (item: CslItem, format: ReferenceFormat): Promise<string[]> => {
  try {
    return differences(item, await readBack(item, format))
  } catch {
    // A file of an item without any field is refused by whoever reads it.
    return Object.keys(item).filter((variable) => variable !== 'id' && variable !== 'type')
  }
}
