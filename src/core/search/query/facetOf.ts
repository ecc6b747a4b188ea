import type { FacetName } from '#shared/facets'

const facets: Readonly<Record<string, FacetName>> = {
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
export const facetOf = (field: string): FacetName | undefined => facets[field]
