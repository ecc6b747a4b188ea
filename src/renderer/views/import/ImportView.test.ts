import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { useImportStore } from '../../stores/importStore'
import { mountView, type MountedView } from '../../testing/mountView'
import ImportView from './ImportView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const planned = async () => {
  mounted = await mountView(ImportView, { path: '/import' })
  await useImportStore().offer([new File(['x'], 'new.txt')])
  await flushPromises()
  return mounted.wrapper
}
const button = (text: string) => mounted?.wrapper.findAll('button').find((one) => one.text().includes(text))

it('says that nothing is written, what will be made of each file, and why not', async () => {
  const wrapper = await planned()
  expect(wrapper.text()).toContain('Nothing has been written yet')
  expect(wrapper.text()).toContain('1 summary point, 2 paragraphs, 1 citation')
  expect(wrapper.text()).toContain('This file has no content (0 bytes).')
  expect(wrapper.text()).toContain('Held already, as ‘')
})

it('imports nothing that is left out', async () => {
  const wrapper = await planned()
  await wrapper.get('input[type="checkbox"]').trigger('change')
  expect(button('Nothing to import')?.attributes('disabled')).toBeDefined()
})

it('ends with a report that leads to what was made', async () => {
  const wrapper = await planned()
  await button('Import one file')?.trigger('click')
  await flushPromises()
  expect(wrapper.text()).toContain('One file was imported')
  expect(wrapper.findAll('a').some((link) => link.attributes('href')?.startsWith('/library/article/'))).toBe(
    true,
  )
})

it('shows only the rows that the token asks for', async () => {
  const wrapper = await planned()
  await button('Refused 1')?.trigger('click')
  expect(wrapper.findAll('tbody').filter((one) => one.text().includes('.txt'))).toHaveLength(1)
})

it('goes back to the beginning by Cancel, and nothing is kept of the dry run', async () => {
  const wrapper = await planned()
  await button('Cancel')?.trigger('click')
  await flushPromises()
  expect(wrapper.text()).toContain('Drop files or folders anywhere')
  expect(useImportStore().entries).toEqual([])
})

it('asks for what opens an encrypted pack, and looks again with it', async () => {
  const locked = {
    index: 0,
    name: 'desk.zip.age',
    bytes: 900,
    outcome: 'refuse',
    error: { code: 'passphrase-wanted', message: '', details: {} },
  } as const
  mounted = await mountView(ImportView, { path: '/import', plan: [locked] })
  const { wrapper, connection } = mounted
  const plan = vi.spyOn(connection.archive.imports, 'plan')
  await useImportStore().offer([new File(['x'], 'desk.zip.age')])
  await flushPromises()
  const form = wrapper.get('form[aria-label="This pack is encrypted"]')
  expect(form.text()).toContain('desk.zip.age')
  await form.get('input').setValue('four quiet herons')
  await form.trigger('submit')
  await flushPromises()
  const [first, second] = plan.mock.calls.map(([asked]) => asked)
  expect(first).not.toHaveProperty('unlock')
  expect(second).toEqual({ ...first, unlock: { passphrase: 'four quiet herons' } })
})
