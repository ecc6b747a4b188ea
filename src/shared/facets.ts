/** By what results can be narrowed; `has` and `is` have values such as `photo` and `unsourced`. Plain constants: pages take no zod in. */
export const facetNames = [
  'kind',
  'language',
  'publisher',
  'source',
  'place',
  'person',
  'keyword',
  'tag',
  'collection',
  'month',
  'has',
  'is',
] as const

export const sortOrders = ['relevance', 'newest', 'oldest', 'headline'] as const

export type FacetName = (typeof facetNames)[number]
export type SortOrder = (typeof sortOrders)[number]
