import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { useSelectionStore } from '../../stores/selectionStore'
import { fakeId } from '../../testing/fakeRecords'
import { mountView, type MountedView } from '../../testing/mountView'
import LibraryView from './LibraryView.vue'

let mounted: MountedView | undefined
afterEach(() => {
  mounted?.wrapper.unmount()
  document.body.replaceChildren()
})

/** The page of 'Example Press', which is also printed as 'EP' and 'Ex. Press', and has a warning. */
const mount = async (): Promise<MountedView['wrapper']> => {
  mounted = await mountView(LibraryView, { path: `/library/source/${fakeId(3, 2)}?show=source` })
  return mounted.wrapper
}
const open = async (name: string): Promise<MountedView['wrapper']> => {
  const wrapper = await mount()
  expect(wrapper.find('.record-title').text()).toBe(name)
  return wrapper
}
const button = (text: string | RegExp): HTMLButtonElement => {
  const all = [...document.querySelectorAll('button')]
  const found = all.find((one) => {
    const name = one.getAttribute('aria-label') ?? one.textContent.trim()
    return typeof text === 'string' ? name === text : text.test(name)
  })
  if (!found) throw new Error(`there is no button ${String(text)}`)
  return found
}
const press = async (text: string | RegExp): Promise<void> => {
  button(text).click()
  await flushPromises()
}
const fill = async (label: string, value: string): Promise<void> => {
  const labels = [...document.querySelectorAll('label')]
  const found = labels.find((one) => one.textContent.trim().startsWith(label))
  const field = found?.control
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
    throw new Error(`there is no field ${label}`)
  field.value = value
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}

it('shows what a desk is to be told before anything else', async () => {
  const wrapper = await open('Example Press')
  expect(wrapper.find('.record header .warnings').text()).toContain('‘EP’ is also a name of Estuary Post.')
})

it('says under a passage why it counts once there, and leads to the claims that it is behind', async () => {
  mounted = await mountView(LibraryView, { path: '/library?show=source' })
  const { archive } = mounted.connection
  const [member, why] = [
    { name: 'Example Press', sourceId: fakeId(3, 2) },
    { reason: 'named-again' as const, name: 'Example Press', times: 2 },
  ]
  vi.spyOn(archive.support, 'passages').mockImplementation(async ({ places }) =>
    places.slice(0, 1).map((place) => ({ ...place, groups: [{ members: [member], why: [why] }] })),
  )
  const claim = await archive.claims.make({ text: 'The ferry runs.', claimType: 'fact' })
  const list = vi.spyOn(archive.claims, 'list')
  await mounted.router.push(`/library/source/${fakeId(3, 2)}?show=source`)
  await flushPromises()
  expect(mounted.wrapper.findAll('.group .why').map((one) => one.text())).toEqual([
    'Example Press is named 2 times and counts once.',
  ])
  expect(list).toHaveBeenCalledWith({ filter: { sourceId: fakeId(3, 2) }, offset: 0, limit: 100 })
  await mounted.wrapper.get(`a[href$="/claims/${claim.id}"]`).trigger('click')
  await flushPromises()
  expect(mounted.router.currentRoute.value.params).toEqual({ id: claim.id })
})

it('is edited in a dialog, which says what was changed and takes it back', async () => {
  const wrapper = await open('Example Press')
  await press('Edit…')
  await fill('Name', 'The Example Press')
  await fill('To look at', 'One thing\n\nAnother thing')
  await fill('House note', 'Ask the desk.')
  await fill('Owned or run by', 'A trust')
  await press('Save')
  expect(document.querySelector('[role=dialog]')).toBeNull()
  expect(wrapper.find('.deed [role=status]').text()).toBe('The Example Press was changed.')
  expect(wrapper.findAll('.record header .warnings li').map((one) => one.text())).toEqual([
    'One thing',
    'Another thing',
  ])
  expect(wrapper.find('.facts').text()).toContain('Ask the desk.')
  await press('Undo')
  expect(wrapper.find('.record-title').text()).toBe('Example Press')
  expect(wrapper.find('.deed [role=status]').text()).toBe('Undone.')
})

it('takes no address but of the web, and no source without a name', async () => {
  await open('Example Press')
  await press('Edit…')
  await fill('Address', 'file:///etc/passwd')
  expect(button('Save').disabled).toBe(true)
  expect(document.body.textContent).toContain('An address begins with https:// or http://.')
  await fill('Address', '')
  expect(button('Save').disabled).toBe(false)
  await fill('Name', '  ')
  expect(button('Save').disabled).toBe(true)
})

it('lets a name be split off, and brings it back', async () => {
  const wrapper = await open('Example Press')
  await press('Make ‘EP’ a source of its own')
  expect(wrapper.find('.deed [role=status]').text()).toBe('Split off 1. Citations that went with it: 2.')
  expect(wrapper.findAll('.names li')).toHaveLength(1)
  await press('Undo')
  expect(wrapper.findAll('.names li')).toHaveLength(2)
})

it('merges the sources that are chosen in the list into the one that is open', async () => {
  const wrapper = await open('Example Press')
  const selection = useSelectionStore()
  selection.replace([fakeId(3, 1), fakeId(3, 3)], 'source')
  await flushPromises()
  await press(/^Merge 2 chosen sources into this one$/)
  expect(wrapper.find('.deed [role=status]').text()).toBe('Merged 2 into 1. Citations keep their words.')
  expect(selection.sourceIds).toEqual([])
})
