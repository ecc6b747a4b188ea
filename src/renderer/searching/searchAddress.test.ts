import { expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { addressToAsked, askedToAddress, nothingAsked, type SearchAsked } from './searchAddress'

const roundTrip = (asked: SearchAsked): SearchAsked => {
  const routes = [{ path: '/search', component: {} }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  const { fullPath } = router.resolve(askedToAddress(asked))
  return addressToAsked(router.resolve(fullPath).query)
}

it('reads back from an address what was asked', () => {
  const asked: SearchAsked = {
    text: 'tunnel* OR "caves & tunnels" #1',
    filters: [
      { facet: 'publisher', value: 'The Times: London' },
      { facet: 'month', value: '2019-03/2020-01' },
      { facet: 'language', value: 'fr', excluded: true },
    ],
    sort: 'oldest',
  }
  expect(roundTrip(asked)).toEqual(asked)
})

it('leaves out of an address what it can not read', () => {
  expect(
    addressToAsked({ q: ['a', 'b'], with: ['colour:red', 'kind:', 'kind', null], sort: 'by-luck' }),
  ).toEqual({ ...nothingAsked, text: 'a' })
})
