const units = ['kB', 'MB', 'GB', 'TB'] as const

/** Groups of three digits, in English: 1,234,567. Written by hand, so that no locale of a machine has a say in a pack. */
export const readableNumber = (number: number): string => String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** `1 byte`, `1,234,567 bytes`: the exact number. */
export const exactSize = (bytes: number): string =>
  `${readableNumber(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`

/** A number of bytes to read, in the SI's units of a thousand: `1.2 MB`; the exact number where that is as short. */
export const readableSize = (bytes: number): string => {
  let value = bytes
  let unit: string | undefined
  for (const next of units) {
    // What would be rounded to 1000 is 1.0 of the next unit.
    if (value < 999.5) break
    value /= 1000
    unit = next
  }
  if (unit === undefined) return exactSize(bytes)
  return `${value < 9.95 ? value.toFixed(1) : String(Math.round(value))} ${unit}`
}
