import type { CompletedFacet } from './facetColumns'

const facets: Readonly<Record<string, CompletedFacet>> = {
  publisher: 'publisher',
  source: 'source',
  place: 'place',
  person: 'person',
  keyword: 'keyword',
  language: 'language',
  kind: 'kind',
  has: 'has',
  is: 'is',
  before: 'month',
  after: 'month',
  on: 'month',
  published: 'month',
}

/** The facet whose values a field (by its name in the model) takes; `undefined` where it takes any words. */
export const facetOf = (field: string): CompletedFacet | undefined => facets[field]
