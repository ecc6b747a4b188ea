import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { useArchiveStore } from '../../stores/archiveStore'
import { fakeId } from '../../testing/fakeRecords'
import { mountView, type MountedView } from '../../testing/mountView'
import SpellingsView from './SpellingsView.vue'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const mount = async (options = {}): Promise<MountedView['wrapper']> => {
  mounted = await mountView(SpellingsView, { path: '/spellings', ...options })
  return mounted.wrapper
}
const press = async (wrapper: MountedView['wrapper'], text: string, at = 0): Promise<void> => {
  const button = wrapper.findAll('button').filter((one) => one.text() === text)[at]
  if (!button) throw new Error(`there is no button "${text}"`)
  await button.trigger('click')
  await flushPromises()
}
const groupsIn = (wrapper: MountedView['wrapper']): number => wrapper.findAll('.groups > li').length
const said = (wrapper: MountedView['wrapper']): string => wrapper.find('.deed [role=status]').text()

it('shows sources that may be one, with what they are told apart by, and why', async () => {
  const wrapper = await mount()
  expect(groupsIn(wrapper)).toBe(3)
  const text = wrapper.text()
  expect(text).toContain('3 sources: Example Press')
  expect(text).toContain('The same words')
  expect(text).toContain('The same but for words such as News')
  expect(text).toContain('Cited 9 times')
  expect(text).toContain('1 warning')
  expect(text).toContain('Must not be named outside')
  expect(text).toContain('الجزيرة')
})

it('keeps the most cited unless another is chosen, and brings back what was merged', async () => {
  const wrapper = await mount()
  const radio = wrapper.find<HTMLInputElement>(`#keep-${fakeId(3, 1)}-${fakeId(3, 1)}`)
  expect(radio.element.checked).toBe(true)
  await wrapper.find(`#keep-${fakeId(3, 1)}-${fakeId(3, 5)}`).setValue(true)
  await press(wrapper, 'Merge into the one kept')
  expect(said(wrapper)).toBe('Merged 2 into 1. Citations keep their words.')
  expect(groupsIn(wrapper)).toBe(2)
  expect(wrapper.find('#source-history').element.closest('section')?.textContent).toContain(
    '2 merged into example press',
  )
  await press(wrapper, 'Undo')
  expect(said(wrapper)).toBe('Undone.')
  expect(groupsIn(wrapper)).toBe(3)
})

it('merges several groups in one go, and says so', async () => {
  const wrapper = await mount()
  await press(wrapper, 'Choose all shown')
  expect(wrapper.text()).toContain('3 groups chosen')
  await wrapper.find('input[type=checkbox]').setValue(false)
  await press(wrapper, 'Merge the chosen')
  expect(said(wrapper)).toBe('Merged 2 into 2. Citations keep their words.')
  expect(groupsIn(wrapper)).toBe(1)
  expect(wrapper.text()).toContain('Nothing is chosen')
})

it('does not propose again what was said to be different, unless that is taken back', async () => {
  const wrapper = await mount()
  await press(wrapper, 'These are different')
  expect(groupsIn(wrapper)).toBe(2)
  expect(wrapper.text()).toContain('Said to be different')
  await press(wrapper, 'Propose again')
  expect(groupsIn(wrapper)).toBe(3)
  await press(wrapper, 'Choose all shown')
  await press(wrapper, 'The chosen are different')
  expect(wrapper.text()).toContain('No spellings to compare')
  await press(wrapper, 'Undo')
  expect(groupsIn(wrapper)).toBe(3)
})

it('changes nothing where the archive can only be read', async () => {
  const wrapper = await mount({ readOnly: { reason: 'rights' } })
  await useArchiveStore().refresh()
  await flushPromises()
  expect(wrapper.findAll('fieldset.group').every((one) => one.attributes('disabled') !== undefined)).toBe(
    true,
  )
})

it('names each group and each choice for those who do not see it', async () => {
  const wrapper = await mount()
  for (const group of wrapper.findAll('fieldset.group')) {
    const head = wrapper.find(`[id="${group.attributes('aria-labelledby')}"]`)
    expect(head.text()).toMatch(/sources:/)
    for (const input of group.findAll('input[type=radio]'))
      expect(group.find(`label[for="${input.attributes('id')}"]`).text()).toMatch(/^Keep/)
    expect(group.find('input[type=checkbox]').attributes('aria-label')).toMatch(/^Choose: /)
  }
})

it('says so where there are none', async () => {
  expect((await mount({ isEmpty: true })).text()).toContain('No spellings to compare')
})
