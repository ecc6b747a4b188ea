import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { useStatusStore } from '../../stores/statusStore'
import { fakeInbox, fakeInterrupted } from '../../testing/fakeWaiting'
import { mountView, type MountedView, type MountOptions } from '../../testing/mountView'
import PageRoot from '../PageRoot.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const watchedDesk = { token: 'desk-token', name: 'desk', state: 'there' } as const

const open = async (options: MountOptions = {}) => {
  mounted = await mountView(PageRoot, { path: '/import', ...options })
  await flushPromises()
  return mounted.wrapper
}
const button = (name: string) =>
  mounted?.wrapper
    .findAll('button')
    .find((one) => (one.attributes('aria-label') ?? one.text()).startsWith(name))
const badge = () => mounted?.wrapper.find('nav .badge')

it('offers to go on with an import that was interrupted, says so once, and counts it at Import', async () => {
  const wrapper = await open({ interrupted: [fakeInterrupted] })
  expect(wrapper.text()).toContain('An import was interrupted')
  expect(wrapper.text()).toContain('12 of about 30 files were done')
  expect(useStatusStore().message).toContain('An import was interrupted.')
  expect(badge()?.text()).toBe('1')
})

it('goes on with it to the report of all of it', async () => {
  const wrapper = await open({ interrupted: [fakeInterrupted] })
  await button('Go on with desk')?.trigger('click')
  await flushPromises()
  expect(wrapper.text()).toContain('30 files were imported')
  expect(badge()?.exists()).toBe(false)
})

it('forgets it on request', async () => {
  const wrapper = await open({ interrupted: [fakeInterrupted] })
  await button('Forget the import of desk')?.trigger('click')
  await flushPromises()
  expect(wrapper.text()).not.toContain('was interrupted on')
  expect(button('Go on')).toBeUndefined()
})

it('watches nothing before it is told to', async () => {
  const wrapper = await open()
  expect(wrapper.text()).toContain('No folder is watched.')
  expect(button('Watch a folder…')).toBeDefined()
  expect(badge()?.exists()).toBe(false)
})

it('proposes what was found, and makes a dry run of what is chosen', async () => {
  const wrapper = await open({ folders: [watchedDesk], inbox: fakeInbox(3) })
  expect(wrapper.text()).toContain('3 new files')
  expect(useStatusStore().message).toContain('3 new files are in the inbox')
  expect(badge()?.text()).toBe('3')
  expect(wrapper.get('[role="listbox"]').attributes('aria-label')).toBe('Files found')
  await button('Look at these')?.trigger('click')
  await flushPromises()
  expect(wrapper.text()).toContain('Nothing has been written yet')
})

it('drops what is not wanted', async () => {
  const wrapper = await open({ folders: [watchedDesk], inbox: fakeInbox(3) })
  await button('Not these')?.trigger('click')
  await flushPromises()
  expect(button('Not these')).toBeUndefined()
  expect(wrapper.find('[role="listbox"]').exists()).toBe(false)
})

it('says of a folder that it is not there now, and lets it be watched no more', async () => {
  const wrapper = await open({ folders: [{ ...watchedDesk, state: 'gone' }] })
  expect(wrapper.text()).toContain('Not there now. Nothing follows from that')
  expect(button('Stop watching desk')).toBeDefined()
})

it('offers none of it where the archive can’t be written', async () => {
  const wrapper = await open({
    interrupted: [fakeInterrupted],
    folders: [watchedDesk],
    readOnly: { reason: 'rights' },
  })
  expect(button('Go on')).toBeUndefined()
  expect(wrapper.text()).not.toContain('Watched folders')
})
