import type { ParsedPhoto } from '#shared/model/parsed'

type Position = NonNullable<ParsedPhoto['position']>

/** Degrees, minutes and seconds, with the signs that programs put between them, and a point of the compass. */
const angle =
  /^([+-]?\d{1,3}(?:[.,]\d+)?)(?:\s*(?:°|deg|d)\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*['′m]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:"|″|''|s)\s*)?\s*([NSEWO]|North|South|East|West)?$/i

/** An angle in degrees; `ref` is the point of the compass where it stands in a cell of its own. */
export const readAngle = (cell: string, ref = ''): number | undefined => {
  const match = cell.length > 60 ? null : angle.exec(cell.trim())
  if (!match) return undefined
  const [, degrees = '', minutes, seconds, side = ref] = match
  const size = Number(degrees.replace(',', '.')) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600
  return /^[SW]/i.test(side.trim()) ? -Math.abs(size) : size
}

const inRange = (value: number | undefined, most: number): value is number =>
  value !== undefined && Number.isFinite(value) && Math.abs(value) <= most

export const toPosition = (latitude?: number, longitude?: number): Position | undefined =>
  inRange(latitude, 90) && inRange(longitude, 180) ? { latitude, longitude } : undefined

/** `48.85, 2.35`: two angles with a sign between them that parts them beyond doubt. */
export const readPosition = (cell: string): Position | undefined => {
  const [first, second, ...more] =
    cell.length > 120 ? [] : cell.split(/\s*[,;]\s+|\s*;\s*|(?<=\.\d{1,10}),(?=[+-]?\d)/)
  if (first === undefined || second === undefined || more.length > 0) return undefined
  return toPosition(readAngle(first), readAngle(second))
}
