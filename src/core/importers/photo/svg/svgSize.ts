import type { PixelSize } from '../pictureParts'

/** Pixels of CSS in one of each absolute unit (CSS Values 3, 6.2). */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  pc: 16,
}

const pixels = (length: string | undefined): number | undefined => {
  const [, number, unit = ''] = /^\s*(\d+(?:\.\d+)?)([a-z%]*)\s*$/i.exec(length ?? '') ?? []
  const factor = units[unit.toLowerCase()]
  return number === undefined || factor === undefined ? undefined : Number(number) * factor
}

const rounded = (width = 0, height = 0): PixelSize | undefined => {
  const size = { width: Math.round(width), height: Math.round(height) }
  const isSize = size.width >= 1 && size.height >= 1 && Number.isSafeInteger(size.width * size.height)
  return isSize ? size : undefined
}

/** The size that a drawing states in absolute units, else that of its view box; undefined where it has none. */
export const svgSize = (attributes: Readonly<Record<string, string>>): PixelSize | undefined => {
  const stated = rounded(pixels(attributes['width']), pixels(attributes['height']))
  const [, , width, height] = (attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  return stated ?? rounded(width, height)
}
