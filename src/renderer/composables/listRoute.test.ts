import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { ListFilter } from '#shared/contract/library'
import { routes } from '../routes'
import { listRoute, recordRoute, routeToFilter } from './listRoute'

const go = async (to: Parameters<ReturnType<typeof createRouter>['push']>[0]) => {
  const router = createRouter({ history: createMemoryHistory(), routes: [...routes] })
  await router.push(to)
  return router.currentRoute.value
}

describe('listRoute', () => {
  it('keeps every filter in the address, and reads it back', async () => {
    const filters: readonly ListFilter[] = [
      {},
      { kind: 'source' },
      { is: 'unsourced' },
      { kind: 'article', sourceId: 'x', languages: ['ar', 'zh-Hant'] },
    ]
    for (const filter of filters) expect(routeToFilter(await go(listRoute(filter)))).toEqual(filter)
  })

  it('opens a record beside the list that was shown', async () => {
    const route = await go(recordRoute({ id: 'a1', kind: 'article' }, { is: 'inferred' }, '12'))
    expect(route.fullPath).toBe('/library/article/a1?is=inferred#12')
    expect(routeToFilter(route)).toEqual({ is: 'inferred' })
  })

  it('reads a kind without a record as a list of that kind', async () => {
    expect(routeToFilter(await go('/library/photo'))).toEqual({ kind: 'photo' })
  })

  it('leads back to the library from an address that is none', async () => {
    expect((await go('/nowhere/else')).path).toBe('/library')
  })
})
