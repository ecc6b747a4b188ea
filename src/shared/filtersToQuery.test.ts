import { expect, it } from 'vitest'
import { filtersToQuery } from './filtersToQuery'

it('leaves a text without filters as it is', () => {
  expect(filtersToQuery(' quay OR jetty ', [])).toBe('quay OR jetty')
})

it('joins values of one facet by OR, facets by AND, and leaves out what is excluded', () => {
  const query = filtersToQuery('quay OR jetty', [
    { facet: 'kind', value: 'article' },
    { facet: 'publisher', value: 'The "Daily" Example' },
    { facet: 'kind', value: 'photo' },
    { facet: 'language', value: 'fr', excluded: true },
  ])
  expect(query).toBe(
    '(quay OR jetty) AND (kind:article OR kind:photo) AND publisher:"The  Daily  Example" AND NOT language:fr',
  )
})

it('leaves a word that is still typed at the end, where it is read by its beginning', () => {
  expect(filtersToQuery('old tunn', [{ facet: 'kind', value: 'article' }])).toBe('kind:article AND old tunn')
})

it('takes in both ends of an interval of months', () => {
  expect(filtersToQuery('', [{ facet: 'month', value: '2019-03/2020' }])).toBe(
    '((on:2019-03 OR after:2019-03) AND (on:2020 OR before:2020))',
  )
})
