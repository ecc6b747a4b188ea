import { expect, it } from 'vitest'
import type { FacetFilter } from '#shared/contract/search'
import { flipped, monthsOf, stateOf, withMonths } from './facetFilters'

const photo: FacetFilter = { facet: 'kind', value: 'photo' }

it('goes from in to out to nothing, each by its own control', () => {
  const chosen = flipped([], 'kind', 'photo', 'in')
  expect(chosen).toEqual([photo])
  const left = flipped(chosen, 'kind', 'photo', 'out')
  expect([left, stateOf(left, photo)]).toEqual([[{ ...photo, excluded: true }], 'out'])
  expect(flipped(left, 'kind', 'photo', 'in')).toEqual([photo])
  expect(flipped(left, 'kind', 'photo', 'out')).toEqual([])
})

it('holds one interval of months, beside what is left out', () => {
  const filters = withMonths([photo, { facet: 'month', value: '2018' }], '2019-03/2019-05')
  expect(filters).toEqual([photo, { facet: 'month', value: '2019-03/2019-05' }])
  expect(monthsOf(filters)).toBe('2019-03/2019-05')
  expect(withMonths(filters, undefined)).toEqual([photo])
})
