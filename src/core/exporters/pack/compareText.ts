/** Order by UTF-16 code units: the same on every system and in every locale, so that a pack's bytes are the same too. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const sortedBy = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  [...items].sort((a, b) => compareText(key(a), key(b)))
