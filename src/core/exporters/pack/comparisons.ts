/** The two comparisons on which every check of a bag rests; tests put broken ones in their place. */
export interface Comparisons {
  readonly sameDigest: (stated: string, found: string) => boolean
  /** Names of the first list that are not in the second. */
  readonly notIn: (names: Iterable<string>, others: ReadonlySet<string>) => string[]
}

export const comparisons: Comparisons = {
  sameDigest: (stated, found) => stated === found,
  notIn: (names, others) => [...names].filter((name) => !others.has(name)),
}
