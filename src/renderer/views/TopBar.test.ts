import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { useRecentSearchesStore } from '../stores/recentSearchesStore'
import { mountView, type MountedView } from '../testing/mountView'
import TopBar from './TopBar.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const mount = async () => {
  mounted = await mountView(TopBar, { path: '/search?q=', props: { sideShown: true } })
  const { wrapper, router } = mounted
  const field = wrapper.get<HTMLInputElement>('[role="combobox"]')
  return {
    field,
    options: () => wrapper.findAll('[role="option"]'),
    active: () => field.attributes('aria-activedescendant'),
    type: async (text: string): Promise<void> => {
      await field.setValue(text)
      await flushPromises()
    },
    press: async (key: string, held: object = {}): Promise<void> => {
      await field.trigger('keydown', { key, ...held })
      await flushPromises()
    },
    asked: () => router.currentRoute.value.query.q,
  }
}

it('completes a field and then its value, the focus never leaving the field', async () => {
  const { field, options, active, type, press, asked } = await mount()
  await type('sou')
  expect([field.attributes('aria-expanded'), active()]).toEqual(['true', undefined])
  await press('ArrowDown')
  expect(active()).toBe(options()[0]?.attributes('id'))
  expect(options()[0]?.attributes('aria-selected')).toBe('true')
  await press('Enter')
  expect(field.element.value).toBe('source:')
  expect(options().map((option) => option.text())).toEqual([
    'source:"Reuters"3',
    'source:"Associated Press"3',
  ])
  await press('ArrowUp')
  await press('Tab')
  expect(field.element.value).toBe('source:"Associated Press" ')
  expect(asked()).toBe('source:"Associated Press" ')
  expect(field.attributes('aria-expanded')).toBe('false')
})

it('offers nothing for a single letter unless asked, and closes at Escape before the search is left', async () => {
  const { field, options, type, press, asked } = await mount()
  await type('s')
  expect(options()).toHaveLength(0)
  await press(' ', { ctrlKey: true })
  expect(options()).toHaveLength(2)
  await press('Escape')
  expect([options().length, asked(), field.element.value]).toEqual([0, 's', 's'])
})

it('never puts what was offered for an older text into a newer one', async () => {
  const { field, options, type, press } = await mount()
  await type('so')
  expect(options()).toHaveLength(1)
  const search = mounted?.connection.archive.search
  if (!search) throw new TypeError('nothing is mounted')
  vi.spyOn(search, 'complete').mockImplementation(() => new Promise(() => undefined))
  await type('sour')
  expect(options()).toHaveLength(0)
  await press('ArrowDown')
  await press('Enter')
  expect(field.element.value).toBe('sour')
})

it('goes on to the results below the last option', async () => {
  const { options, active, type, press } = await mount()
  await type('sou')
  await press('ArrowDown')
  await press('ArrowDown')
  expect([options().length, active()]).toEqual([0, undefined])
})

it('offers in an empty field what was searched for before, newest first', async () => {
  const { field, options, type, press } = await mount()
  const recent = useRecentSearchesStore()
  for (const text of ['quay', 'harbour ', 'quay']) recent.remember(text)
  await type('')
  await press('ArrowDown')
  expect(options().map((option) => option.text())).toEqual(['quaysearched before', 'harboursearched before'])
  await press('ArrowDown')
  await press('Enter')
  expect(field.element.value).toBe('quay')
})
