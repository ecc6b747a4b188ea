import { ORPCError } from '@orpc/client'
import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { useDifferenceStore } from '../../stores/differenceStore'
import { useExportStore } from '../../stores/exportStore'
import { mountView, type MountedView } from '../../testing/mountView'
import ExportView from './ExportView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

it('counts what goes in before anything is made, and shows the fingerprint after', async () => {
  mounted = await mountView(ExportView, { path: '/packs' })
  const { wrapper, connection } = mounted
  vi.spyOn(connection.host, 'pickDestination').mockResolvedValue({
    token: 'fake-token-0-0000',
    name: 'a.zip',
  })
  expect(wrapper.text()).toContain('A new quay')
  await useExportStore().start()
  await flushPromises()
  expect(wrapper.text()).toContain('The pack is made')
  expect(wrapper.text()).toContain('abab')
})

it('makes nothing where the dialog is closed without a choice', async () => {
  mounted = await mountView(ExportView, { path: '/packs' })
  await useExportStore().start()
  expect(useExportStore().made).toBeUndefined()
  expect(useExportStore().error).toBeUndefined()
})

it('packs what a search shows under its filters, which can be taken back', async () => {
  mounted = await mountView(ExportView, { path: '/packs?q=quay&with=kind:photo&without=language:fr' })
  const { wrapper } = mounted
  const store = useExportStore()
  const photo = { facet: 'kind', value: 'photo' }
  expect(store.selection).toEqual({
    query: 'quay',
    filters: [photo, { facet: 'language', value: 'fr', excluded: true }],
  })
  await wrapper.findAll('.filters li button')[1]?.trigger('click')
  expect(store.selection).toEqual({ query: 'quay', filters: [photo] })
})

it('says in its place that a search finds nothing to put in', async () => {
  mounted = await mountView(ExportView, { path: '/packs?q=nothing' })
  expect(mounted.wrapper.text()).toContain('Nothing is selected, so no pack was written.')
})

it('lets nothing be made that a desk wants mended, until it is waived with a reason and a name', async () => {
  mounted = await mountView(ExportView, { path: '/packs' })
  const { wrapper } = mounted
  const store = useExportStore()
  const make = () => wrapper.find('[data-pane-start]').attributes('disabled')
  expect(make()).toBeUndefined()
  store.profile = 'standards'
  await flushPromises()
  expect(wrapper.text()).toContain('To be mended: 1 claim was checked by nobody.')
  expect(make()).toBeDefined()
  store.reasons = { 'claim-without-check': 'the desk checks it' }
  await flushPromises()
  expect(make()).toBeDefined()
  store.waivedBy = 'A. Editor'
  await flushPromises()
  expect(make()).toBeUndefined()
  expect(store.waivers()).toEqual([
    { rule: 'claim-without-check', reason: 'the desk checks it', by: 'A. Editor' },
  ])
})

it('asks for what opens an encrypted pack that is compared, and compares with it', async () => {
  mounted = await mountView(ExportView, { path: '/packs' })
  const { wrapper, connection } = mounted
  const compare = vi.spyOn(connection.archive.exports, 'sincePack')
  compare.mockRejectedValueOnce(new ORPCError('passphrase-wanted'))
  await useDifferenceStore().offer([new File(['x'], 'old.zip.age')])
  await flushPromises()
  const form = wrapper.get('form[aria-label="This pack is encrypted"]')
  await form.get('input').setValue('four quiet herons')
  await form.trigger('submit')
  await flushPromises()
  expect(compare.mock.lastCall?.[0]).toMatchObject({ unlock: { passphrase: 'four quiet herons' } })
  expect(wrapper.text()).toContain('Since old.zip')
  expect(wrapper.find('form[aria-label="This pack is encrypted"]').exists()).toBe(false)
})
