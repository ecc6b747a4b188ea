import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import type { PackConflict } from '#shared/contract/packConflict'
import { useImportStore } from '../../stores/importStore'
import { mountView, type MountedView } from '../../testing/mountView'
import ImportView from './ImportView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const conflict = (end: number, more: Partial<PackConflict>): PackConflict => ({
  kind: 'source',
  id: `01a1ccf2-8000-7000-8000-00000000000${end}`,
  title: `Source ${end}`,
  fields: ['name'],
  passages: 0,
  citations: 0,
  lineage: 'apart',
  takeable: true,
  ...more,
})
const conflicts = [
  conflict(1, { lineage: 'ahead' }),
  conflict(2, {}),
  conflict(3, { kind: 'article', takeable: false, passages: 2, fields: [] }),
]
const pack = {
  index: 0,
  name: 'back.zip',
  bytes: 900,
  format: 'citation-pack',
  outcome: 'refuse',
  error: { code: 'conflict', message: '', details: { title: 'Source 2' } },
  conflicts: { total: 3, takeable: 2 },
} as const

const planned = async () => {
  mounted = await mountView(ImportView, { path: '/import', plan: [pack], conflicts: { 0: conflicts } })
  await useImportStore().offer([new File(['x'], 'back.zip')])
  await flushPromises()
  const { wrapper, connection } = mounted
  const commit = vi.spyOn(connection.archive.imports, 'commit')
  const press = async (text: string): Promise<void> => {
    await wrapper
      .findAll('button')
      .find((one) => one.text().startsWith(text))
      ?.trigger('click')
    await flushPromises()
  }
  await press('Look and choose')
  return { wrapper, commit, press }
}

it('says what is held with other content, what differs, and what cannot be taken', async () => {
  const { wrapper } = await planned()
  const region = wrapper.get('section[aria-label="Records of back.zip that are held with other content"]')
  expect(region.text()).toContain('Source 1')
  expect(region.text()).toContain('The pack goes on from what is held. Different: name.')
  expect(region.text()).toContain('2 passages')
  expect(region.findAll('input')).toHaveLength(2)
  expect(region.text()).toContain('It cannot be taken')
})

it('takes nothing unless it is told to', async () => {
  const { wrapper } = await planned()
  const button = wrapper.findAll('button').find((one) => one.text() === 'Nothing to import')
  expect(button?.attributes('disabled')).toBeDefined()
})

it('takes one, those that go on from what is held, or all', async () => {
  const { wrapper, commit, press } = await planned()
  await press('Take what goes on')
  expect(useImportStore().takesOf(0)).toEqual(new Set([conflicts[0]?.id]))
  await press('Take all')
  expect(useImportStore().takesOf(0).size).toBe(2)
  await press('Keep what is held')
  expect(useImportStore().takesOf(0).size).toBe(0)
  await wrapper.get('input[aria-label="Take what the pack has of ‘Source 2’"]').setValue(true)
  expect(wrapper.text()).toContain('Of one record what the pack has is taken')
  await press('Import one file')
  expect(commit).toHaveBeenCalledWith(
    expect.objectContaining({ take: [{ index: 0, records: [conflicts[1]?.id] }] }),
  )
})
