import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { mountView, type MountedView } from '../testing/mountView'
import PageRoot from './PageRoot.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const mount = async (options = {}): Promise<VueWrapper> => {
  mounted = await mountView(PageRoot, options)
  await flushPromises()
  return mounted.wrapper
}

const saved = (wrapper: VueWrapper) => wrapper.findAll('.saved .nav-row')
const dialog = (): HTMLElement | null => document.querySelector('[role=dialog]')
const button = (name: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name)
  if (!found) throw new Error(`there is no button "${name}"`)
  return found
}
const type = async (name: string): Promise<void> => {
  const input = dialog()?.querySelector('input')
  if (!input) throw new Error('no name is asked for')
  input.value = name
  input.dispatchEvent(new Event('input'))
  await flushPromises()
}
const press = async (name: string): Promise<void> => {
  button(name).click()
  await flushPromises()
}

describe('the saved searches of the sidebar', () => {
  it('are not there where nothing is saved', async () => {
    const wrapper = await mount()
    expect(wrapper.text()).not.toContain('Saved searches')
  })

  it('stand by name with what they find, and lead to their search', async () => {
    const wrapper = await mount({ saved: ['Ports', 'Airports'] })
    expect(saved(wrapper).map((row) => row.text())).toEqual(['Airports3', 'Ports3'])
    await saved(wrapper)[1]?.trigger('click')
    await flushPromises()
    expect(mounted?.router.currentRoute.value.fullPath).toBe('/search?q=ports')
    expect(saved(wrapper)[1]?.attributes('aria-current')).toBe('page')
    expect(saved(wrapper)[0]?.attributes('aria-current')).toBeUndefined()
  })

  it('are removed by a key, and brought back', async () => {
    const wrapper = await mount({ saved: ['Ports'] })
    await saved(wrapper)[0]?.trigger('keydown', { key: 'Delete' })
    await flushPromises()
    expect(saved(wrapper)).toHaveLength(0)
    expect(wrapper.find('.last').text()).toContain('Removed: Ports')
    await press('Undo')
    expect(saved(wrapper).map((row) => row.text())).toEqual(['Ports3'])
  })

  it('are renamed by a key, not to a name that is given away', async () => {
    const wrapper = await mount({ saved: ['Ports', 'Airports'] })
    await saved(wrapper)[1]?.trigger('keydown', { key: 'F2' })
    await flushPromises()
    expect(dialog()?.querySelector('input')?.value).toBe('Ports')
    await type('AIRPORTS')
    expect(button('Rename').disabled).toBe(true)
    expect(dialog()?.textContent).toContain('Airports is there already')
    await type('Harbours')
    await press('Rename')
    expect(dialog()).toBeNull()
    expect(saved(wrapper).map((row) => row.text())).toEqual(['Airports3', 'Harbours3'])
  })

  it('can be neither removed nor renamed in an archive that is only read', async () => {
    const wrapper = await mount({ saved: ['Ports'], readOnly: { reason: 'rights' } })
    expect(wrapper.find('.saved .more').exists()).toBe(false)
    await saved(wrapper)[0]?.trigger('keydown', { key: 'Delete' })
    await flushPromises()
    expect(saved(wrapper)).toHaveLength(1)
  })
})

describe('saving a search', () => {
  it('asks for a name, and says in its place that it is saved', async () => {
    const wrapper = await mount({ path: '/search?q=quay' })
    await press('Save this search…')
    await type('  Quays ')
    await press('Save')
    expect(saved(wrapper).map((row) => row.text())).toEqual(['Quays3'])
    expect(wrapper.find('.pane-head').text()).toContain('Saved as Quays')
    expect(wrapper.find('.pane-head').text()).not.toContain('Save this search')
  })

  it('gives a name that is there to the new search where told to', async () => {
    const wrapper = await mount({ path: '/search?q=quay', saved: ['Ports'] })
    await press('Save this search…')
    await type('ports')
    expect(dialog()?.textContent).toContain('It will be this search from now on')
    await press('Replace')
    expect(saved(wrapper)).toHaveLength(1)
    expect(wrapper.find('.pane-head').text()).toContain('Saved as Ports')
  })
})

describe('writing the list of hits', () => {
  it('says what was written, and where it can be seen', async () => {
    await mount({ path: '/search?q=quay' })
    if (mounted)
      mounted.connection.host.pickDestination = (async ({ name }: { name: string }) => ({
        token: 'fake-token-0000-0000',
        name,
      })) as typeof mounted.connection.host.pickDestination
    await press('Write the list…')
    await press('Choose where, and write')
    expect(dialog()?.textContent).toContain('Wrote 30 rows to hits.csv')
    expect(button('Show where it is').disabled).toBe(false)
  })
})
