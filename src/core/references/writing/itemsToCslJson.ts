import type { CslItem } from '#shared/model/reference'

/** The items as CSL-JSON (CSL 1.0.2, csl-data.json): an array, two spaces deep. */
export const itemsToCslJson = (items: readonly CslItem[]): string =>
  `${JSON.stringify(items, undefined, 2)}\n`
