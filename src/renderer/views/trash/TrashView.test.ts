import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { useTrashStore } from '../../stores/trashStore'
import { mountView, type MountedView } from '../../testing/mountView'
import TrashView from './TrashView.vue'

const mount = async (): Promise<MountedView['wrapper']> => {
  const { wrapper } = await mountView(TrashView, { path: '/trash' })
  return wrapper
}

const press = async (text: string): Promise<void> => {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === text)
  if (!button) throw new Error(`there is no button "${text}"`)
  button.click()
  await flushPromises()
}

it('shows what was removed, for how long it stays, and what it was merged into', async () => {
  const text = (await mount()).text()
  expect(text).toContain('The old quay')
  expect(text).toContain('28 days left')
  expect(text).toContain('Merged into “The quay”')
})

it('brings one back', async () => {
  const wrapper = await mount()
  await press('Bring back')
  expect(wrapper.text()).not.toContain('The old quay')
})

it('destroys only after the user said so, and tells what stays', async () => {
  const wrapper = await mount()
  await press('Empty the trash…')
  expect(wrapper.text()).toContain('The old quay')
  await press('Destroy them')
  expect(wrapper.text()).toContain('2 items were destroyed.')
  expect(wrapper.text()).toContain('One stays, because something names it.')
  expect(wrapper.text()).toContain('The trash is empty')
})

it('asks for what is not shown yet alone, and for all anew where the trash has changed', async () => {
  const { wrapper, connection } = await mountView(TrashView, { path: '/trash' })
  const list = vi.spyOn(connection.archive.trash, 'list')
  const { rows } = await connection.archive.trash.list({})
  const rowAt = (at: number) => ({
    ...(rows[0] as (typeof rows)[number]),
    id: `row-${at}`,
    title: `Quay ${at}`,
  })
  let total = 250
  list.mockImplementation(({ offset = 0, limit = 100 }) =>
    Promise.resolve({
      total,
      rows: Array.from({ length: Math.min(limit, total - offset) }, (_, at) => rowAt(offset + at)),
    }),
  )
  await useTrashStore().load()
  await flushPromises()
  list.mockClear()
  await press('Show 150 more')
  expect(list.mock.calls.map(([asked]) => asked)).toEqual([{ offset: 100, limit: 100 }])
  expect(wrapper.text()).toContain('Quay 199')
  total = 251
  list.mockClear()
  await press('Show 50 more')
  expect(list.mock.calls.map(([{ offset }]) => offset)).toEqual([200, 0, 100, 200])
  expect(wrapper.text()).toContain('Quay 250')
})
