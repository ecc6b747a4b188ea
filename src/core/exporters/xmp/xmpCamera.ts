import { xmpTime } from '#core/importers/photo/xmp/xmpCamera'
import type { Photo } from '#shared/model/photo'

/** Millionths of a minute: less than a centimetre. */
const parts = 1_000_000

/** `48,51.502260N`, as XMP writes an angle. */
const angle = (degrees: number, [positive, negative]: readonly [string, string]): string => {
  const minutes = Math.round(Math.abs(degrees) * 60 * parts)
  const whole = Math.floor(minutes / (60 * parts))
  const rest = (minutes - whole * 60 * parts) / parts
  return `${whole},${rest.toFixed(6)}${degrees < 0 ? negative : positive}`
}

/** When and where a photo was taken, as far as its record says so. */
export const xmpCamera = ({ position, capturedAt }: Photo): string[] => [
  ...(xmpTime(capturedAt) === undefined
    ? []
    : [`<exif:DateTimeOriginal>${capturedAt}</exif:DateTimeOriginal>`]),
  ...(position
    ? [
        `<exif:GPSLatitude>${angle(position.latitude, ['N', 'S'])}</exif:GPSLatitude>`,
        `<exif:GPSLongitude>${angle(position.longitude, ['E', 'W'])}</exif:GPSLongitude>`,
      ]
    : []),
]
