import { compareText } from './compareText'

const sortKeys = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)))
    : value

/** JSON for people: keys sorted, two spaces, a line feed at the end; equal content gives equal bytes. */
export const readableJson = (value: unknown): string => `${JSON.stringify(value, sortKeys, 2)}\n`
