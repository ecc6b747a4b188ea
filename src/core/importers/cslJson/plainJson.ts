import { checkFieldLength } from './referenceLimits'

/** Levels of a value that the format does not describe; what is deeper is not kept. */
const deepest = 20

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Whether a parsed value can be kept as data: not deeper than anybody's reader can follow, and every number one that JSON
 * can say (`1e999` is read as infinite). Refuses a string beyond the limit.
 */
export const isPlainJson = (value: unknown, level = 0): value is Json => {
  if (typeof value === 'string') checkFieldLength(value.length)
  if (typeof value === 'number') return Number.isFinite(value)
  if (value === null || typeof value !== 'object') return value !== undefined
  if (level >= deepest) return false
  const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  return !Object.hasOwn(value, '__proto__') && inner.every((one) => isPlainJson(one, level + 1))
}
