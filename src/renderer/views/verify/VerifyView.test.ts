import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { useFixityStore } from '../../stores/fixityStore'
import { useVerifyStore } from '../../stores/verifyStore'
import { mountView, type MountedView } from '../../testing/mountView'
import VerifyView from './VerifyView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

it('names the file that changed and never calls such a pack good', async () => {
  mounted = await mountView(VerifyView, { path: '/verify' })
  await useVerifyStore().offer([new File(['x'], 'pack.zip')])
  await flushPromises()
  const text = mounted.wrapper.text()
  expect(text).toContain('Changed since it was made')
  expect(text).toContain('data/articles/a/article.txt')
  expect(text).not.toContain('Unchanged and complete')
})

it('does not count a missing signature as a failure', async () => {
  mounted = await mountView(VerifyView, { path: '/verify' })
  await useVerifyStore().checkArchive()
  await flushPromises()
  expect(mounted.wrapper.text()).toContain('Originals unchanged and complete')
  expect(mounted.wrapper.text()).toContain('This is not a failure')
})

it('names damaged records, and says what came of putting them back', async () => {
  mounted = await mountView(VerifyView, { path: '/verify' })
  await flushPromises()
  useFixityStore().rereading = {
    originals: 3,
    read: 3,
    damaged: [],
    records: [{ id: 'x', title: 'The quay' }],
  }
  await flushPromises()
  expect(mounted.wrapper.text()).toContain('One record of the catalogue is not as it was saved:')
  expect(mounted.wrapper.text()).toContain('The quay')
  await useFixityStore().repairRecords()
  await flushPromises()
  expect(mounted.wrapper.text()).toContain('Looked at 30 records: 2 put back, 1 left as they are.')
})
