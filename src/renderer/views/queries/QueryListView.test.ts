import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { fakeListed } from '../../testing/fakeSearches'
import { mountView, type MountedView } from '../../testing/mountView'
import QueryListView from './QueryListView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const mount = async (options = {}): Promise<VueWrapper> => {
  mounted = await mountView(QueryListView, { path: '/queries', ...options })
  return mounted.wrapper
}

const press = async (wrapper: VueWrapper, text: string): Promise<void> => {
  const button = wrapper.findAll('button').find((one) => one.text() === text)
  if (!button) throw new Error(`there is no button "${text}"`)
  await button.trigger('click')
  await flushPromises()
}

const run = async (options = {}): Promise<VueWrapper> => {
  const wrapper = await mount(options)
  await wrapper.find('textarea').setValue('name\nAda Example\nمحمد')
  await press(wrapper, 'Read it')
  await press(wrapper, 'Search for 2 rows')
  return wrapper
}

const lines = (wrapper: VueWrapper): string[] => wrapper.findAll('.lines tbody tr').map((row) => row.text())

it('shows how a list is read before it is run', async () => {
  const wrapper = await mount()
  expect(
    wrapper
      .findAll('button')
      .find((one) => one.text() === 'Read it')
      ?.attributes('disabled'),
  ).toBe('')
  await wrapper.find('textarea').setValue('x'.repeat(2_000_001))
  expect(wrapper.find('[role=alert]').text()).toContain('longer than 2,000,000 characters')
  await wrapper.find('textarea').setValue('name\nAda Example')
  await press(wrapper, 'Read it')
  expect(wrapper.findAll('.sample th').map((head) => head.text())).toEqual(['id', 'name'])
  expect(wrapper.find('select').element.value).toBe('1')
  await wrapper.find('input[type=checkbox]').setValue(false)
  expect(wrapper.text()).toContain('Search for 3 rows')
  await press(wrapper, 'Another list')
  expect(wrapper.find('textarea').exists()).toBe(true)
})

it('says what each row found, sorts it, and leads to the search', async () => {
  const wrapper = await run()
  expect(wrapper.find('.found [role=status]').text()).toBe('1 of 2 rows found something')
  expect(lines(wrapper)[0]).toContain('Ada Example')
  expect(lines(wrapper)[0]).toContain('1 article, 1 photo')
  const heads = wrapper.findAll('.lines th')
  expect(heads.map((head) => head.attributes('aria-sort'))).toEqual([
    'ascending',
    'none',
    'none',
    'none',
    undefined,
  ])
  await press(wrapper, 'Row')
  expect(heads[0]?.attributes('aria-sort')).toBe('descending')
  expect(lines(wrapper)[0]).toContain('محمد')
  await press(wrapper, 'Ada Example')
  expect(mounted?.router.currentRoute.value.query).toEqual({ q: '"Ada Example"' })
})

it('keeps thousands of rows out of the document', async () => {
  const [first] = fakeListed
  const listed = Array.from({ length: 10_000 }, (_, at) => ({ ...first, row: at + 1 }))
  const wrapper = await mount({ listed })
  await wrapper.find('textarea').setValue('name')
  await press(wrapper, 'Read it')
  await press(wrapper, 'Search for 10,000 rows')
  expect(wrapper.find('.found [role=status]').text()).toBe('10,000 of 10,000 rows found something')
  expect(lines(wrapper).length).toBeLessThan(200)
})

it('says why a list cannot be read', async () => {
  const wrapper = await mount()
  if (mounted)
    mounted.connection.archive.searches.readList = (() =>
      Promise.reject(
        Object.assign(new Error('list-unreadable'), {
          code: 'list-unreadable',
          data: { reason: 'it is empty' },
        }),
      )) as typeof mounted.connection.archive.searches.readList
  await wrapper.find('textarea').setValue('x')
  await press(wrapper, 'Read it')
  expect(wrapper.find('[role=alert]').text()).toContain('This list cannot be read: it is empty.')
})
