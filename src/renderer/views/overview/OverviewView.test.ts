import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { mountView, type MountedView } from '../../testing/mountView'
import OverviewView from './OverviewView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const mount = async (path: string, options = {}): Promise<MountedView> => {
  mounted = await mountView(OverviewView, { path, ...options })
  return mounted
}

it('names each bar by what is known of its time, and lists its articles on Enter', async () => {
  const { wrapper } = await mount('/overview')
  const bar = wrapper.find('svg [role=button]')
  expect(bar.attributes('aria-label')).toBe('October 2020: 1 article, 3 citations of 2 sources')
  await bar.trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(wrapper.text()).toContain('Articles of October 2020')
  expect(wrapper.text()).toContain('The quay was measured')
})

it('says what each node is linked with, and has the same as a table', async () => {
  const { wrapper } = await mount('/overview?show=network')
  expect(wrapper.find('figcaption').text()).toContain('2 sources, 3 citations at 2 passages')
  expect(wrapper.findAll('.node').map((node) => node.get('.sr-only').text())).toContain(
    'Harbour Office: 1 passage, 2 citations; linked with 1',
  )
  await wrapper
    .findAll('button')
    .find((one) => one.text() === 'Table')
    ?.trigger('click')
  await flushPromises()
  expect(wrapper.findAll('table')).toHaveLength(2)
  expect(wrapper.find('table').text()).toContain('Harbour Office')
})

it('says so where there is nothing', async () => {
  const { wrapper } = await mount('/overview', { isEmpty: true })
  expect(wrapper.text()).toContain('No article here has a date.')
})
