import { flushPromises } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { afterEach, expect, it } from 'vitest'
import { useSearchStore } from '../../stores/searchStore'
import { mountView, type MountedView } from '../../testing/mountView'
import FacetPanel from './FacetPanel.vue'
import SearchView from './SearchView.vue'

const Page = defineComponent({ setup: () => () => [h(FacetPanel), h(SearchView)] })

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())
/** The facets come a task after the results. */
const rest = async (): Promise<void> => {
  await flushPromises()
  await new Promise((done) => setTimeout(done))
  await flushPromises()
}
const mount = async (query = ''): Promise<MountedView> => {
  mounted = await mountView(Page, { path: `/search?q=tunnel${query}`, found: 60 })
  await rest()
  return mounted
}

const address = (): string => decodeURIComponent(mounted?.router.currentRoute.value.fullPath ?? '')
const box = (name: RegExp) => {
  const found = mounted?.wrapper
    .findAll('[role="checkbox"]')
    .find((one) => name.test(one.attributes('aria-label') ?? ''))
  if (!found) throw new TypeError(`no box is called ${name.source}`)
  return found
}
const thumb = (name: string) => {
  const found = mounted?.wrapper
    .findAll('[role="slider"]')
    .find((one) => one.attributes('aria-label') === name)
  if (!found) throw new TypeError(`no thumb is called ${name}`)
  return found
}
const filterButtons = () => mounted?.wrapper.findAll('[aria-label="Filters in force"] button') ?? []

it('narrows to values, more of one facet being alternatives, and counts the facet without itself', async () => {
  await mount()
  const store = useSearchStore()
  await box(/^Photo,/).trigger('click')
  await rest()
  expect(address()).toBe('/search?q=tunnel&with=kind:photo')
  expect(store.hits.every(({ kind }) => kind === 'photo')).toBe(true)
  await box(/^Reference,/).trigger('click')
  await rest()
  expect(new Set(store.hits.map(({ kind }) => kind))).toEqual(new Set(['photo', 'reference']))
  expect(box(/^Photo,/).attributes('aria-checked')).toBe('true')
  await box(/^Photo,/).trigger('click')
  await rest()
  expect(address()).toBe('/search?q=tunnel&with=kind:reference')
})

it('leaves a value out by a key, says so, and takes it in again', async () => {
  await mount()
  await box(/^Photo,/).trigger('keydown', { key: '-' })
  await rest()
  expect(address()).toBe('/search?q=tunnel&without=kind:photo')
  expect(useSearchStore().hits.some(({ kind }) => kind === 'photo')).toBe(false)
  expect(box(/^Photo, left out$/).attributes('aria-checked')).toBe('false')
  const [chip] = filterButtons()
  expect(chip?.text()).toContain('Kind, not:')
  await chip?.trigger('click')
  await rest()
  expect(address()).toBe('/search?q=tunnel')
})

it('removes one filter by its chip, the focus going on to the next, and clears the rest at once', async () => {
  await mount('&with=kind:photo&with=language:en&without=publisher:Own notes')
  expect(filterButtons().map((chip) => chip.text())).toEqual([
    'Kind:Photo, remove',
    'Language:English, remove',
    'Publisher, not:Own notes, remove',
  ])
  await filterButtons()[0]?.trigger('click')
  await rest()
  expect(document.activeElement?.textContent).toContain('English')
  const clear = mounted?.wrapper.findAll('button').find((button) => button.text() === 'Clear all')
  await clear?.trigger('click')
  await rest()
  expect(address()).toBe('/search?q=tunnel')
})

it('goes back from a filter to what was before it', async () => {
  const { router } = await mount()
  const before = useSearchStore().answer?.total
  await box(/^Photo,/).trigger('click')
  await rest()
  router.back()
  await rest()
  expect([address(), useSearchStore().answer?.total]).toEqual(['/search?q=tunnel', before])
})

it('shows a few values, and the rest at a word', async () => {
  await mount()
  const keywords = () => mounted?.wrapper.findAll('[aria-label^="keyword"][role="checkbox"]').length
  expect(keywords()).toBe(5)
  const more = mounted?.wrapper
    .findAll('button[aria-expanded="false"]')
    .find((one) => /^25 more/.test(one.text()))
  await more?.trigger('click')
  expect(keywords()).toBe(30)
  expect(mounted?.wrapper.text()).toContain('and 4 rarer ones')
})

it('narrows to a time by keyboard alone, and lets go of it', async () => {
  await mount()
  expect(thumb('From').attributes('aria-valuetext')).toBe('January 2019')
  await thumb('From').trigger('keydown', { key: 'PageUp' })
  await rest()
  expect(thumb('From').attributes('aria-valuetext')).toBe('January 2020')
  await thumb('To').trigger('keydown', { key: 'ArrowLeft' })
  await rest()
  const months = /with=month:2020-01\/(\d{4}-\d\d)$/.exec(address())?.[1]
  expect(months).toBeDefined()
  const published = useSearchStore().hits.map((hit) => hit.published ?? '')
  expect(published.length).toBeGreaterThan(0)
  expect(published.every((one) => one >= '2020-01' && one <= (months ?? ''))).toBe(true)
  await thumb('From').trigger('keydown', { key: 'Escape' })
  await rest()
  expect(address()).toBe('/search?q=tunnel')
})

it('never lets the two ends of a time pass each other', async () => {
  await mount()
  await thumb('From').trigger('keydown', { key: 'End' })
  await rest()
  expect(thumb('From').attributes('aria-valuenow')).toBe(thumb('To').attributes('aria-valuenow'))
  await thumb('To').trigger('keydown', { key: 'ArrowLeft' })
  await rest()
  expect(thumb('From').attributes('aria-valuenow')).toBe(thumb('To').attributes('aria-valuenow'))
})
