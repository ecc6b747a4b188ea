import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { useExportStore } from '../../../stores/exportStore'
import { useSealingStore } from '../../../stores/sealingStore'
import { mountView, type MountedView } from '../../../testing/mountView'
import ExportView from '../ExportView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const open = async (options = {}) => {
  mounted = await mountView(ExportView, { path: '/packs', ...options })
  await flushPromises()
  const { connection } = mounted
  const destination = vi
    .spyOn(connection.host, 'pickDestination')
    .mockResolvedValue({ token: 'fake-token-0-0000', name: 'a.zip.age' })
  return { ...mounted, destination, start: vi.spyOn(connection.archive.exports, 'start') }
}

it('makes a key where there is none, and signs with it', async () => {
  const { wrapper, start } = await open()
  expect(wrapper.text()).toContain('You have no key to sign with yet.')
  await wrapper.get('form.make input').setValue('Picture desk')
  await wrapper.get('form.make').trigger('submit')
  await flushPromises()
  expect(wrapper.text()).toContain('Sign with your key “Picture desk”')
  expect(wrapper.text()).toContain('ssh-ed25519 AAAAown')
  await useExportStore().start()
  expect(start.mock.calls[0]?.[0]).toMatchObject({ sign: true })
})

it('asks twice for a passphrase, hands it over once, and forgets it', async () => {
  const { wrapper, start, destination } = await open()
  const sealing = useSealingStore()
  sealing.kind = 'passphrase'
  await flushPromises()
  const make = () => wrapper.get('button[data-pane-start]').attributes('disabled')
  const [first, again] = wrapper.findAll('input[type="password"]')
  await first?.setValue('quiet herons')
  await again?.setValue('quiet heron')
  expect(wrapper.text()).toContain('The two are not the same.')
  expect(make()).toBeDefined()
  await again?.setValue('quiet herons')
  expect(make()).toBeUndefined()
  await useExportStore().start()
  expect(destination.mock.calls[0]?.[0]).toMatchObject({ form: 'age', name: 'a-new-quay_2026-11-22.zip.age' })
  expect(start.mock.calls[0]?.[0]).toMatchObject({ form: 'zip', lock: { passphrase: 'quiet herons' } })
  expect([sealing.passphrase, sealing.repeated]).toEqual(['', ''])
  expect(wrapper.html()).not.toContain('herons')
})

it('shows the twelve words of the pack that was made', async () => {
  const { wrapper } = await open()
  await useExportStore().start()
  await flushPromises()
  expect(wrapper.findAll('ol.words li').map((item) => item.text())).toHaveLength(12)
})

it('says what changed since the last pack of the same selection', async () => {
  const { wrapper } = await open({
    sinceLast: {
      before: { name: 'old.zip', date: '2026-11-20T10:00:00.000Z' },
      same: 2,
      records: [
        {
          as: 'changed',
          kind: 'article',
          id: '01980000-0000-7000-8000-000000000001',
          title: 'A new quay',
          fields: ['byline'],
          passages: [
            { as: 'new', passageKind: 'paragraph', to: '5', text: 'Words that are new.', citations: 0 },
          ],
          citations: { added: [{ passage: '5', literal: 'Register' }], removed: [] },
        },
      ],
    },
  })
  const text = wrapper.get('section[aria-label="Since the last pack"]').text()
  expect(text).toContain('old.zip')
  expect(text).toContain('0 added, 0 removed, 1 changed')
  expect(text).toContain('Words that are new.')
  expect(text).toContain('New citation at 5: Register')
})
