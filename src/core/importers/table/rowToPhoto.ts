import type { Doubt } from '#shared/model/article'
import type { ParsedPhoto } from '#shared/model/parsed'
import { readCaptureTime } from './readCaptureTime'
import { readAngle, readPosition, toPosition } from './readPosition'
import type { RowCells } from './rowCells'

/** What is no IPTC field of a photo but has a place of its own in the record. */
const ownPlaces: ReadonlySet<string> = new Set(
  'capturedAt position latitude latitudeRef longitude longitudeRef width height orientation timeCreated'.split(
    ' ',
  ),
)

/** Fields of several values, which ExifTool parts by commas; the record parts them by semicolons. */
const lists: ReadonlySet<string> = new Set([
  'keywords',
  'personInImage',
  'supplementalCategories',
  'subjectCode',
  'sceneCode',
])

const joinList = (value: string): string =>
  value
    .split(value.includes(';') ? ';' : ',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('; ')

const valueOf = (field: string, cell: string, time: string | undefined): string => {
  if (lists.has(field)) return joinList(cell) || cell
  if (field !== 'dateCreated') return cell
  return readCaptureTime(time === undefined ? cell : `${cell} ${time}`) ?? readCaptureTime(cell) ?? cell
}

const orientations: Readonly<Record<string, number>> = {
  'horizontal (normal)': 1,
  'mirror horizontal': 2,
  'rotate 180': 3,
  'mirror vertical': 4,
  'mirror horizontal and rotate 270 cw': 5,
  'rotate 90 cw': 6,
  'mirror horizontal and rotate 90 cw': 7,
  'rotate 270 cw': 8,
}

const orientationOf = (cell: string): number | undefined =>
  /^[1-8]$/.test(cell) ? Number(cell) : orientations[cell.toLowerCase()]

const pixelsOf = (cell: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(cell) ? Number(cell) : undefined

const positionOf = (first: (field: string) => string | undefined): ParsedPhoto['position'] => {
  const latitude = readAngle(first('latitude') ?? '', first('latitudeRef'))
  const longitude = readAngle(first('longitude') ?? '', first('longitudeRef'))
  return toPosition(latitude, longitude) ?? readPosition(first('position') ?? '')
}

/** Cells with a place of their own, and a doubt for each that was not understood. */
const readPlaces = ({ values }: RowCells, doubts: Doubt[]) => {
  const first = (field: string): string | undefined => values.get(field)?.[0]
  const read = <T>(field: string, parse: (cell: string) => T | undefined): Record<string, T> => {
    const cell = first(field)
    const value = cell === undefined ? undefined : parse(cell)
    if (cell !== undefined && value === undefined)
      doubts.push({ field, message: `"${cell.slice(0, 80)}" was not understood.` })
    return value === undefined ? {} : { [field]: value }
  }
  const position = positionOf(first)
  if (!position && ['position', 'latitude', 'longitude'].some((field) => first(field) !== undefined))
    doubts.push({ field: 'position', message: 'The coordinates were not understood.' })
  return {
    orientation: 1,
    ...read('width', pixelsOf),
    ...read('height', pixelsOf),
    ...read('orientation', orientationOf),
    ...read('capturedAt', readCaptureTime),
    ...(position ? { position } : {}),
  }
}

/** A row as the metadata of a picture that is not at hand; undefined where no column of the mapping is filled. */
export const rowToPhoto = (row: RowCells): ParsedPhoto | undefined => {
  if (row.values.size === 0) return undefined
  const doubts: Doubt[] = [...row.doubts]
  const places = readPlaces(row, doubts)
  const fields: Record<string, string> = {}
  const origins: Record<string, { from: 'table'; value: string }[]> = {}
  for (const [field, cells] of row.values) {
    if (ownPlaces.has(field)) continue
    const [first = ''] = cells
    fields[field] = valueOf(field, first, row.values.get('timeCreated')?.[0])
    origins[field] = cells.map((value) => ({ from: 'table', value }))
    if (cells.some((cell) => cell !== first))
      doubts.push({ field, message: 'Several columns give it differently; the first was taken.' })
  }
  return {
    kind: 'photo',
    held: false,
    fields,
    origins,
    ...places,
    ...(doubts.length > 0 ? { doubts } : {}),
  }
}
