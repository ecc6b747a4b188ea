/** An object of a foreign JSON text, its names in lower case: ninjs 2 and 3 differ in them alone. */
export type JsonObject = ReadonlyMap<string, unknown>

export const objectOf = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value).map(([name, one]) => [name.toLowerCase(), one]))
    : undefined

/** Halves of characters, which JSON can spell and no encoding can hold, become U+FFFD. */
export const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== ''
    ? value.replace(/\p{Surrogate}/gu, '\ufffd')
    : undefined
}

/** What should be an array, and where there is only one is often that one. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : value === undefined || value === null ? [] : [value]
