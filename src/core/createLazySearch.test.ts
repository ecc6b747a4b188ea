import { expect, it } from 'vitest'
import { createLazySearch } from './createLazySearch'
import { openTestApp, type TestApp } from './fixtures/openTestApp'

const nobody = '0193a000-0000-7000-8000-000000000000'

const lazyOf = ({ app }: TestApp) => {
  const steps: string[] = []
  const search = createLazySearch(
    () => {
      steps.push('start')
      return {
        ...app.search,
        catchUp: async () => {
          await Promise.resolve()
          steps.push('caught up')
        },
        select: (text) => {
          steps.push('select')
          return app.search.select(text)
        },
      }
    },
    () => 7,
  )
  return { search, steps }
}

it('starts with no commit, no listener and no end', async () => {
  const test = await openTestApp()
  const { search, steps } = lazyOf(test)
  search.onState(() => undefined)
  await search.catchUp()
  await search.close()
  expect(steps).toEqual([])
  expect(search.state()).toEqual({ state: 'building', searchable: 0, total: 7 })
  await test.close()
})

it('answers the first question only when all is searchable, and starts once', async () => {
  const test = await openTestApp()
  const { search, steps } = lazyOf(test)
  await Promise.all([search.select('x'), search.places('x', nobody)])
  expect(steps).toEqual(['start', 'caught up', 'select'])
  expect(search.state()).toMatchObject({ state: 'ready', total: 0 })
  await test.close()
})
