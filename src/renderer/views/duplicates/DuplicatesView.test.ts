import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { fakeId } from '../../testing/fakeRecords'
import { mountView, type MountedView } from '../../testing/mountView'
import DuplicatesView from './DuplicatesView.vue'
import { likenessKey } from './likenessKey'

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

const mount = async (options = {}): Promise<MountedView['wrapper']> => {
  mounted = await mountView(DuplicatesView, { path: '/duplicates', ...options })
  return mounted.wrapper
}

const press = async (wrapper: MountedView['wrapper'], text: string, at = 0): Promise<void> => {
  const button = wrapper.findAll('button').filter((one) => one.text() === text)[at]
  if (!button) throw new Error(`there is no button "${text}"`)
  await button.trigger('click')
  await flushPromises()
}

const groupsIn = (wrapper: MountedView['wrapper']): number => wrapper.findAll('.groups > li').length

it('shows the members of each group side by side, with what they are told apart by', async () => {
  const wrapper = await mount()
  expect(groupsIn(wrapper)).toBe(2)
  const text = wrapper.text()
  expect(text).toContain('4 articles')
  expect(text).toContain('Nearly the same text')
  expect(text).toContain('Harbour Courier')
  expect(text).toContain('Nearly all of the wording in common')
  expect(text).toContain('Most of the wording in common')
  expect(text).toContain('Looks the same')
  expect(text).toContain('Keeps 2 and moves 4 to the trash')
})

it('shows the rest of a group on request, and then merges that too', async () => {
  const wrapper = await mount()
  expect(wrapper.text()).toContain('And 1 more that are not shown here.')
  expect(wrapper.text()).not.toContain('a late copy')
  await press(wrapper, 'Show more of this group')
  expect(wrapper.text()).toContain('a late copy')
  expect(wrapper.text()).not.toContain('not shown here')
  await press(wrapper, 'Merge 3 into the one kept')
  expect(wrapper.find('[role=status]').text()).toBe('Merged 3 into 1.')
})

it('merges a group into the item that was chosen, and brings it back in place', async () => {
  const wrapper = await mount()
  await wrapper.find(`#keep-${fakeId(1, 2)}`).setValue(true)
  await press(wrapper, 'Merge 2 into the one kept')
  expect(wrapper.find('[role=status]').text()).toBe('Merged 2 into 1.')
  expect(groupsIn(wrapper)).toBe(1)
  expect(wrapper.find('.merges').text()).toContain('The quay, take 2')
  await press(wrapper, 'Undo')
  expect(wrapper.text()).toContain('Undone: 2 items are back.')
  expect(groupsIn(wrapper)).toBe(2)
})

it('merges all groups by a rule as a job, and undoes all of it at once', async () => {
  const wrapper = await mount()
  await press(wrapper, 'Merge 2 groups')
  expect(wrapper.text()).toContain('Merged 3 into 2.')
  expect(wrapper.text()).toContain('No near duplicates')
  await press(wrapper, 'Undo')
  expect(groupsIn(wrapper)).toBe(2)
})

it('does not show again what was said to be different, unless that is taken back', async () => {
  const wrapper = await mount()
  await press(wrapper, 'These are different')
  expect(groupsIn(wrapper)).toBe(1)
  expect(wrapper.text()).toContain('they are not shown together again')
  await press(wrapper, 'Undo')
  expect(groupsIn(wrapper)).toBe(2)
})

it('says so where there are none', async () => {
  const wrapper = await mount({ isEmpty: true })
  expect(wrapper.text()).toContain('No near duplicates')
  expect(wrapper.text()).not.toContain('Merge all groups')
})

it('names each group and each choice for those who do not see it', async () => {
  const wrapper = await mount()
  for (const group of wrapper.findAll('fieldset.group')) {
    const head = wrapper.find(`[id="${group.attributes('aria-labelledby')}"]`)
    expect(head.text()).toMatch(/articles|photos/)
    for (const input of group.findAll('input')) {
      expect(group.find(`label[for="${input.attributes('id')}"]`).text()).toContain('Keep')
    }
  }
})

it('says in words how alike two items are, never more than is known', () => {
  expect(likenessKey('text', 1)).toBe('textSame')
  expect(likenessKey('text', 61 / 64)).toBe('textNearly')
  expect(likenessKey('text', 0.8)).toBe('textMost')
  expect(likenessKey('picture', 1)).toBe('pictureNearly')
  expect(likenessKey('picture', 0.85)).toBe('pictureAlike')
  expect(likenessKey('fields', 1)).toBe('fields')
})
