import type { Doubt } from '#shared/model/article'
import type { ParsedReference } from '#shared/model/parsed'
import type { CslItem } from '#shared/model/reference'
import { cleanLine } from '../cslJson/cleanValue'
import { dateVariables, nameVariables } from '#shared/csl/cslVariables'
import { readCslDate } from '../cslJson/readCslDate'
import { sortedName } from '../cslJson/sortedName'
import { toReference } from '../cslJson/toReference'
import { referenceTypeOf } from './referenceTypes'
import type { RowCells } from './rowCells'

const readNames = (cells: readonly string[]) =>
  cells
    .flatMap((cell) => cell.split(/\s*[;|\n]\s*|\s+(?:and|und|et)\s+/))
    .flatMap((name) => sortedName(name) ?? [])

/** Of several dates (`Date`, `Publication Year`) the first that is understood best. */
const readDates = (field: string, cells: readonly string[], doubts: Doubt[]): unknown => {
  const [best] = cells
    .flatMap((cell) => readCslDate(cell) ?? [])
    .sort((a, b) => (b.date['date-parts']?.[0]?.length ?? 0) - (a.date['date-parts']?.[0]?.length ?? 0))
  if (best?.doubt !== undefined) doubts.push({ field, message: best.doubt })
  return best?.date
}

const readType = ({ values, container }: RowCells, doubts: Doubt[]): string => {
  const stated = values.get('type')?.[0]
  const type = stated === undefined ? undefined : referenceTypeOf(stated)
  if (type !== undefined) return type
  const implied = stated === undefined && values.has('container-title') ? container : undefined
  if (implied) {
    doubts.push({
      field: 'type',
      message: `The kind was taken from the head "${implied.head}" of its column.`,
    })
    return implied.type
  }
  const message =
    stated === undefined
      ? 'The table does not say what kind of thing this is; it was read as a document.'
      : `"${stated.slice(0, 80)}" is no kind that is known; it was read as a document.`
  doubts.push({ field: 'type', message })
  return 'document'
}

const readField = (field: string, cells: readonly string[], doubts: Doubt[]): unknown => {
  if (nameVariables.has(field)) {
    const names = readNames(cells)
    return names.length > 0 ? names : undefined
  }
  if (dateVariables.has(field)) return readDates(field, cells, doubts)
  if (field === 'note') return cells.join('\n')
  if (field === 'keyword') return cells.flatMap((cell) => cell.split(/\s*[;\n]\s*/)).join(', ')
  const [first, ...more] = cells
  if (more.some((cell) => cell !== first))
    doubts.push({ field, message: 'Several columns give it differently; the first was taken.' })
  return field === 'abstract' ? first : cleanLine(first ?? '')
}

/** A row as a reference; undefined where no column of the mapping is filled. */
export const rowToReference = (row: RowCells): ParsedReference | undefined => {
  const { number, values, others } = row
  if (values.size === 0) return undefined
  const doubts: Doubt[] = [...row.doubts]
  const key = cleanLine(values.get('key')?.[0] ?? '')
  const type = readType(row, doubts)
  const variables = [...values]
    .filter(([field]) => field !== 'key' && field !== 'type')
    .map(([field, cells]) => [field, readField(field, cells, doubts)] as const)
    .filter(([, value]) => value !== undefined)
  const csl = {
    id: key ?? `row-${number}`,
    type,
    ...Object.fromEntries(variables),
    ...(others.size > 0 ? { custom: Object.fromEntries(others) } : {}),
  }
  return toReference(key, csl as CslItem, doubts)
}
