import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { nothingAsked } from '../../searching/searchAddress'
import { useCommandsStore } from '../../stores/commandsStore'
import { useSearchStore } from '../../stores/searchStore'
import { mountView, type MountedView } from '../../testing/mountView'
import SearchView from './SearchView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const mount = async (path: string, found = 0): Promise<MountedView> =>
  (mounted = await mountView(SearchView, { path, found }))

it('opens the item at the exact passage, with the words to mark in the address', async () => {
  const { wrapper, router } = await mount('/search?q=tunnel')
  const store = useSearchStore()
  const at = store.lines.findIndex((line) => line.place.passage !== undefined)
  store.goTo(at)
  await flushPromises()
  const line = store.lines[at]
  await wrapper.get('[role="listbox"]').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  const { fullPath } = router.currentRoute.value
  expect(fullPath).toBe(`/library/article/${line?.hit.id}?find=tunnel#${line?.place.passage}`)
})

it('gives up a question for a newer one, and drops an answer that comes after all', async () => {
  const { connection } = await mount('/search?q=')
  const { search } = connection.archive
  const query = search.query
  let release: (() => void) | undefined
  let signal: AbortSignal | undefined
  vi.spyOn(search, 'query').mockImplementationOnce(async (input, options) => {
    signal = options?.signal
    await new Promise<void>((resolve) => (release = resolve))
    return query(input)
  })
  const store = useSearchStore()
  store.setAsked({ ...nothingAsked, text: 'tun' })
  store.setAsked({ ...nothingAsked, text: 'tunnel' })
  expect(signal?.aborted).toBe(true)
  await flushPromises()
  const shown = store.hits
  expect(shown.length).toBeGreaterThan(0)
  release?.()
  await flushPromises()
  expect([store.answered.text, store.hits]).toEqual(['tunnel', shown])
})

it('drops a further page of the question before', async () => {
  const { connection } = await mount('/search?q=tunnel', 300)
  const { search } = connection.archive
  const query = search.query
  const store = useSearchStore()
  let release: (() => void) | undefined
  vi.spyOn(search, 'query').mockImplementationOnce(async (input) => {
    await new Promise<void>((resolve) => (release = resolve))
    return query(input)
  })
  const reading = store.more()
  store.setAsked({ ...nothingAsked, text: 'Notice 7' })
  await flushPromises()
  release?.()
  await reading
  expect(store.answered.text).toBe('Notice 7')
  expect(store.hits.every(({ title }) => title.startsWith('Notice 7'))).toBe(true)
})

it('reads page after page until everything is held, no item twice', async () => {
  await mount('/search?q=tunnel', 600)
  const store = useSearchStore()
  expect(store.hits).toHaveLength(20)
  while (!store.isComplete) await store.more()
  expect(store.hits).toHaveLength(store.answer?.total ?? 0)
  expect(new Set(store.hits.map(({ id }) => id)).size).toBe(store.hits.length)
})

it('stays where it is at both ends of the results', async () => {
  await mount('/search?q=tunnel')
  const store = useSearchStore()
  store.goTo(-5)
  expect(store.active).toBe(0)
  store.goTo(9999)
  expect(store.active).toBe(store.lines.length - 1)
})

it('walks forth and back over every place, also those that had no line', async () => {
  await mount('/search?q=lining', 9)
  const store = useSearchStore()
  const commands = useCommandsStore()
  expect(store.places).toBeGreaterThan(store.lines.length)
  const walked = [store.activePlace]
  for (let step = 1; step < store.places; step += 1) {
    commands.run('nextFound')
    await flushPromises()
    walked.push(store.activePlace)
  }
  const all = Array.from({ length: store.places }, (_, at) => at + 1)
  expect(walked).toEqual(all)
  expect(store.lines).toHaveLength(store.places)
  commands.run('previousFound')
  await flushPromises()
  expect(store.activePlace).toBe(store.places - 1)
})

it('shows all places of an item, and stays at the line', async () => {
  const { wrapper } = await mount('/search?q=lining', 9)
  const store = useSearchStore()
  const cut = store.hits.findIndex((hit) => hit.places.length < hit.placesTotal)
  const title = store.hits[cut]?.title
  store.goTo(store.lines.findIndex((line) => line.hitIndex === cut) + 1)
  const line = store.activeLine
  await store.showAll(cut)
  expect(store.hits[cut]).toMatchObject({ title, places: { length: store.hits[cut]?.placesTotal } })
  expect(store.activeLine?.place.passage).toBe(line?.place.passage)
  expect(wrapper.get('[role="listbox"]').attributes('aria-activedescendant')).toMatch(
    new RegExp(`-${store.active}$`),
  )
})

it('asks in the order that the address says', async () => {
  await mount('/search?q=tunnel&sort=newest&with=language:ru', 30)
  const published = useSearchStore().hits.map((hit) => hit.published ?? '')
  expect(published).toEqual([...published].sort().reverse())
})

it('puts what was meant in the place of what was typed', async () => {
  const { wrapper, router } = await mount('/search?q=tunel&sort=oldest')
  const offer = wrapper.findAll('button').find((button) => button.text() === 'tunnel')
  await offer?.trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/search?q=tunnel&sort=oldest')
  expect(useSearchStore().hits.length).toBeGreaterThan(0)
})
