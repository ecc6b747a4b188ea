import type { FacetName } from '#shared/facets'

const facets: Readonly<Record<string, FacetName>> = {
  publisher: 'publisher',
  source: 'source',
  place: 'place',
  person: 'person',
  keyword: 'keyword',
  tag: 'tag',
  collection: 'collection',
  language: 'language',
  kind: 'kind',
  has: 'has',
  is: 'is',
  before: 'month',
  after: 'month',
  on: 'month',
  published: 'month',
}

/** The facet whose values a field takes, by its name in the model or an alias that has one of its own; `undefined` where it takes any words. */
export const facetOf = (field: string): FacetName | undefined => facets[field]
