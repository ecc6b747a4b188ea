import type { FacetName } from '#shared/facets'

/** The tables of a segment. A dictionary has its blocks beside it, a list of lists where each list begins. */
export const sectionNames = {
  terms: 'terms',
  termBlocks: 'termBlocks',
  entryStarts: 'entryStarts',
  entries: 'entries',
  positionStarts: 'positionStarts',
  positions: 'positions',
  ids: 'ids',
  lengths: 'lengths',
  published: 'published',
  titles: 'titles',
  titleStarts: 'titleStarts',
} as const

export type GroupTable = 'stems' | 'keys'
export const groupSections = (table: GroupTable) =>
  ({
    names: table,
    blocks: `${table}Blocks`,
    starts: `${table}Starts`,
    terms: `${table}Terms`,
  }) as const

export const columnSections = (facet: FacetName) =>
  ({ values: `${facet}Values`, starts: `${facet}Starts`, numbers: `${facet}Numbers` }) as const
