import { cleanText } from '../text/cleanText'

/** A value with its lines clean; blank lines at the ends, and a value without any character, are none. */
export const cleanValue = (raw: string): string =>
  raw
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(cleanText)
    .join('\n')
    .trim()

/** Several values of one field in one text. */
export const joinValues = (values: readonly string[]): string =>
  [...new Set(values.map(cleanValue))].filter((value) => value !== '').join('; ')
