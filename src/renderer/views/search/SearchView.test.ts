import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { useSearchStore } from '../../stores/searchStore'
import { mountView, type MountedView } from '../../testing/mountView'
import SearchView from './SearchView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

it('opens the item at the exact passage, with the words to mark in the address', async () => {
  mounted = await mountView(SearchView, { path: '/search?q=tunnel' })
  const store = useSearchStore()
  const at = store.lines.findIndex((line) => line.place.passage !== undefined)
  store.goTo(at)
  await flushPromises()
  const line = store.lines[at]
  await mounted.wrapper.get('[role="listbox"]').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  const { fullPath } = mounted.router.currentRoute.value
  expect(fullPath).toBe(`/library/article/${line?.hit.id}?find=tunnel#${line?.place.passage}`)
})

it('drops an answer that comes after a later question was asked', async () => {
  mounted = await mountView(SearchView, { path: '/search?q=' })
  const { search } = mounted.connection.archive
  const query = search.query
  let release: (() => void) | undefined
  vi.spyOn(search, 'query').mockImplementationOnce(async (input, ...rest) => {
    await new Promise<void>((resolve) => (release = resolve))
    return query(input, ...(rest as []))
  })
  const store = useSearchStore()
  store.setText('tun')
  store.setText('tunnel')
  await flushPromises()
  const shown = store.hits
  release?.()
  await flushPromises()
  expect([store.answeredText, store.hits]).toEqual(['tunnel', shown])
})

it('stays where it is at both ends of the results', async () => {
  mounted = await mountView(SearchView, { path: '/search?q=tunnel' })
  const store = useSearchStore()
  store.goTo(-5)
  expect(store.active).toBe(0)
  store.goTo(9999)
  expect(store.active).toBe(store.lines.length - 1)
})
