import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { useLastChangeStore } from '../../stores/lastChangeStore'
import { fakeId } from '../../testing/fakeRecords'
import { mountView, type MountOptions } from '../../testing/mountView'
import PageRoot from '../PageRoot.vue'

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const open = async (options: MountOptions = {}) => {
  const mounted = await mountView(PageRoot, { path: `/library/article/${fakeId(1, 1)}#2`, ...options })
  await settle()
  const { wrapper } = mounted
  const button = (name: string) => {
    const found = wrapper
      .findAll('button')
      .find((one) => (one.attributes('aria-label') ?? one.text()).startsWith(name))
    if (!found) throw new TypeError(`no button: ${name}`)
    return found
  }
  const press = async (name: string): Promise<void> => {
    await button(name).trigger('click')
    await settle()
  }
  const submit = async (): Promise<void> => {
    await wrapper.get('form.form').trigger('submit')
    await settle()
  }
  return { ...mounted, button, press, submit }
}

describe('notes and claims beside the text', () => {
  it('makes a claim of the passage that is chosen, marks it there, and undoes that', async () => {
    const { wrapper, press, submit } = await open()
    expect(wrapper.get('[role="group"][aria-label="Selected words"]').text()).toContain('Passage 2')
    await press('Claim…')
    await submit()
    expect(wrapper.findAll('.bearing .entry')).toHaveLength(1)
    expect(wrapper.get('[id="2"] .marks').attributes('aria-label')).toBe('One note or claim at passage 2')
    await useLastChangeStore().undo()
    await settle()
    expect(wrapper.findAll('.bearing .entry')).toHaveLength(0)
    expect(wrapper.find('[id="2"] .marks').exists()).toBe(false)
  })

  it('writes a note, edits it, says that it is done, and withdraws it', async () => {
    const { wrapper, press, submit } = await open()
    await press('Note…')
    await wrapper.get('.bearing textarea').setValue('Who measured it?')
    await wrapper.get('.bearing input[type="checkbox"]').setValue(true)
    await submit()
    expect(wrapper.get('.bearing .entry').text()).toContain('To be done')
    await press('Edit the note')
    await wrapper.get('.bearing textarea').setValue('Who measured it first?')
    await submit()
    expect(wrapper.get('.bearing .entry').text()).toContain('Who measured it first?')
    await press('Done:')
    expect(wrapper.get('.bearing .entry').text()).not.toContain('To be done')
    await press('Withdraw the note')
    expect(wrapper.findAll('.bearing .entry')).toHaveLength(0)
  })

  it('only quotes where the archive can be read and not written', async () => {
    const { button, connection, press } = await open({ readOnly: { reason: 'rights' } })
    for (const name of ['Cite', 'Note…', 'Claim…', 'Evidence'])
      expect(button(name).attributes('disabled'), name).toBeDefined()
    await press('Quote')
    expect(connection.copied[0]).toMatch(/^“.+” \(.+, passage 2\)$/su)
  })
})
