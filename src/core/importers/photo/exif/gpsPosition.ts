import type { PhotoContent } from '#shared/model/photo'

export type Position = NonNullable<PhotoContent['position']>

/** Digits after the point that are kept: a tenth of a metre. */
const digits = 6

/**
 * Degrees, minutes and seconds, as far as they are stated, as degrees; negative in the south and west. Without a
 * hemisphere there is no saying where it is.
 */
export const toDegrees = (parts: readonly number[], reference: string): number | undefined => {
  const hemisphere = /^[NSEW]/i.exec(reference.trim())?.[0]?.toUpperCase()
  const [degrees, minutes = 0, seconds = 0] = parts
  if (hemisphere === undefined) return undefined
  if (
    degrees === undefined ||
    ![degrees, minutes, seconds].every((part) => Number.isFinite(part) && part >= 0)
  )
    return undefined
  if (minutes >= 60 || seconds > 60) return undefined
  const value = degrees + minutes / 60 + seconds / 3600
  return hemisphere === 'S' || hemisphere === 'W' ? -value : value
}

/** A place on earth; undefined for what is none, and for 0, 0, which devices write that do not know where they are. */
export const toPosition = (latitude?: number, longitude?: number): Position | undefined => {
  if (latitude === undefined || longitude === undefined) return undefined
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return undefined
  if (latitude === 0 && longitude === 0) return undefined
  return { latitude: Number(latitude.toFixed(digits)), longitude: Number(longitude.toFixed(digits)) }
}
