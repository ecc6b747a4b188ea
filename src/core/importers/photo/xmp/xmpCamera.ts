import { decimal, exposure } from '../exif/exifNumbers'
import { toDegrees, toPosition, type Position } from '../exif/gpsPosition'
import type { Ratio } from '../tiff/readValue'
import type { XmpProperties } from './readRdf'

const ratioOf = (text: string | undefined): Ratio | undefined => {
  const [, numerator, denominator = '1'] = /^\s*(\d+(?:\.\d+)?)(?:\/(\d+))?\s*$/.exec(text ?? '') ?? []
  return numerator === undefined
    ? undefined
    : { numerator: Number(numerator), denominator: Number(denominator) }
}

/** Camera facts that XMP repeats from EXIF (XMP Specification, part 2), written as those of EXIF are. */
export const xmpSettings = (
  properties: XmpProperties,
): { readonly field: string; readonly value: string }[] => {
  const first = (name: string): Ratio | undefined => {
    const value = properties.get(name)
    return ratioOf(value?.items[0]?.text ?? value?.text)
  }
  const time = first('exif:ExposureTime')
  const aperture = first('exif:FNumber')
  const iso = first('exif:ISOSpeedRatings') ?? first('exifEX:PhotographicSensitivity')
  const length = first('exif:FocalLength')
  const values = {
    exposureTime: time && exposure(time),
    fNumber: aperture && decimal(aperture),
    isoSpeed: iso && decimal(iso, 0),
    focalLength: length && decimal(length),
  }
  return Object.entries(values).map(([field, value]) => ({ field, value: value ?? '' }))
}

/** A date and time of XMP, if it is one to the minute at least. */
export const xmpTime = (text: string | undefined): string | undefined =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/.exec(text?.trim() ?? '')?.[0]

/** `39,12.345N` or `39,12,20.7N`. */
const degreesOf = (text: string | undefined): number | undefined => {
  const [, numbers, hemisphere] = /^\s*([\d.,]{1,40})\s*([NSEW])\s*$/i.exec(text ?? '') ?? []
  return numbers === undefined || hemisphere === undefined
    ? undefined
    : toDegrees(numbers.split(',').map(Number), hemisphere)
}

export const xmpPosition = (properties: XmpProperties): Position | undefined =>
  toPosition(
    degreesOf(properties.get('exif:GPSLatitude')?.text),
    degreesOf(properties.get('exif:GPSLongitude')?.text),
  )
