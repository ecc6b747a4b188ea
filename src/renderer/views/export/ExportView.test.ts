import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import type { JobEvent, JobState } from '#shared/contract/jobs'
import { useDifferenceStore } from '../../stores/differenceStore'
import { useExportStore } from '../../stores/exportStore'
import type { FakeConnection } from '../../testing/fakeConnection'
import { createFakeStream } from '../../testing/fakeStream'
import { mountView, type MountedView } from '../../testing/mountView'
import ExportView from './ExportView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const comparing: JobState = {
  id: '01980000-0000-7000-8000-00000000c0de',
  kind: 'compare',
  state: 'running',
  startedAt: '2026-11-22T14:00:00.000Z',
  progress: { step: 'verify', done: 3, total: 40, bytes: 0, totalBytes: 0 },
  results: 0,
}

/** The next job that is watched is one that compares; what it is told to tell, it tells. */
const tellNext = (jobs: FakeConnection['archive']['jobs'], first: Partial<JobState> = {}) => {
  const stream = createFakeStream<JobEvent>()
  const tell = (state: Partial<JobState>): void => {
    stream.push({ type: 'state', job: { ...comparing, ...state } })
    if (state.state !== undefined) stream.end()
  }
  vi.spyOn(jobs, 'watch').mockImplementationOnce((_, call) => {
    const reader = stream.open(call?.signal)
    tell(first)
    return Promise.resolve(reader)
  })
  return tell
}

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
  const details = { code: 'passphrase-wanted', message: '', details: {} } as const
  tellNext(connection.archive.jobs, { state: 'failed', error: details })
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

it('shows how far a comparison is, stops it on request, and says so', async () => {
  mounted = await mountView(ExportView, { path: '/packs' })
  const { wrapper, connection } = mounted
  vi.spyOn(connection.archive.exports, 'sincePack').mockResolvedValue({ jobId: comparing.id })
  const tell = tellNext(connection.archive.jobs)
  const cancel = vi.spyOn(connection.archive.jobs, 'cancel').mockImplementation(() => {
    tell({ state: 'cancelled' })
    return Promise.resolve({})
  })
  const compared = useDifferenceStore().offer([new File(['x'], 'old.zip')])
  await flushPromises()
  const panel = wrapper.get('section[aria-label="Comparing with the pack"]')
  expect(panel.text()).toContain('3 of 40 files')
  await panel.get('button').trigger('click')
  await compared
  await flushPromises()
  expect(cancel).toHaveBeenCalledWith({ id: comparing.id })
  expect(wrapper.text()).toContain('Stopped on request. Nothing was changed by comparing.')
  expect(wrapper.find('section[aria-label="Comparing with the pack"]').exists()).toBe(false)
  expect(useDifferenceStore().compared).toBeUndefined()
})

it('stops the comparison with the last pack where another selection is asked for meanwhile', async () => {
  mounted = await mountView(ExportView, { path: '/packs' })
  const { connection } = mounted
  const store = useDifferenceStore()
  vi.spyOn(connection.archive.exports, 'sinceLast').mockResolvedValueOnce({ jobId: comparing.id })
  tellNext(connection.archive.jobs)
  const cancel = vi.spyOn(connection.archive.jobs, 'cancel').mockResolvedValue({})
  void store.look({ query: 'one' })
  await flushPromises()
  expect(store.lastRuns?.progress.done).toBe(3)
  await store.look({ query: 'two' })
  expect(cancel).toHaveBeenCalledWith({ id: comparing.id })
  expect(store.lastRuns).toBeUndefined()
})
