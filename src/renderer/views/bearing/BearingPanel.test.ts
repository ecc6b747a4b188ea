import { describe, expect, it, vi } from 'vitest'
import { useLastChangeStore } from '../../stores/lastChangeStore'
import { fakeId } from '../../testing/fakeRecords'
import { mountView, type MountOptions } from '../../testing/mountView'
import { settled } from '../../testing/settled'
import PageRoot from '../PageRoot.vue'

const open = async (options: MountOptions = {}) => {
  const mounted = await mountView(PageRoot, { path: `/library/article/${fakeId(1, 1)}#2`, ...options })
  const { wrapper } = mounted
  await settled(() => expect(wrapper.find('[aria-label="Selected words"]').exists()).toBe(true))
  const button = (name: string) => {
    const named = wrapper
      .findAll('button')
      .map((one) => ({ one, called: one.attributes('aria-label') ?? one.text() }))
    const found = (
      named.find(({ called }) => called === name) ?? named.find(({ called }) => called.startsWith(name))
    )?.one
    if (!found) throw new TypeError(`no button: ${name}`)
    return found
  }
  const press = async (name: string): Promise<void> => {
    await settled(() => expect(button(name).attributes('disabled'), name).toBeUndefined())
    await button(name).trigger('click')
  }
  const submit = async (): Promise<void> => {
    await settled(() => expect(wrapper.find('form.form').exists()).toBe(true))
    await wrapper.get('form.form').trigger('submit')
  }
  return { ...mounted, button, press, submit }
}

describe('notes and claims beside the text', () => {
  it('makes a claim of the passage that is chosen, marks it there, and undoes that', async () => {
    const { wrapper, press, submit } = await open()
    await settled(() =>
      expect(wrapper.get('[role="group"][aria-label="Selected words"]').text()).toContain('Passage 2'),
    )
    await press('Claim…')
    await submit()
    await settled(() => expect(wrapper.findAll('.bearing .entry')).toHaveLength(1))
    await settled(() =>
      expect(wrapper.get('[id="2"] .marks').attributes('aria-label')).toBe('One note or claim at passage 2'),
    )
    await useLastChangeStore().undo()
    await settled(() => expect(wrapper.findAll('.bearing .entry')).toHaveLength(0))
    await settled(() => expect(wrapper.find('[id="2"] .marks').exists()).toBe(false))
  })

  it('writes a note, edits it, says that it is done, and withdraws it', async () => {
    const { wrapper, press, submit } = await open()
    await press('Note…')
    await settled(() => expect(wrapper.find('.bearing textarea').exists()).toBe(true))
    await wrapper.get('.bearing textarea').setValue('Who measured it?')
    await wrapper.get('.bearing input[type="checkbox"]').setValue(true)
    await submit()
    await settled(() => expect(wrapper.get('.bearing .entry').text()).toContain('To be done'))
    await press('Edit the note')
    await settled(() => expect(wrapper.find('.bearing textarea').exists()).toBe(true))
    await wrapper.get('.bearing textarea').setValue('Who measured it first?')
    await submit()
    await settled(() => expect(wrapper.get('.bearing .entry').text()).toContain('Who measured it first?'))
    await press('Done:')
    await settled(() => expect(wrapper.get('.bearing .entry').text()).not.toContain('To be done'))
    await press('Withdraw the note')
    await settled(() => expect(wrapper.findAll('.bearing .entry')).toHaveLength(0))
  })

  it('tells where else the words of a quotation stand, when it is asked', async () => {
    const { wrapper, connection, press } = await open()
    const articleId = fakeId(1, 2)
    const target = { articleId, versionId: fakeId(2, 2), passage: '3' }
    const compare = vi.spyOn(connection.archive.quotes, 'compare').mockResolvedValue({
      elsewhere: [
        { articleId, headline: 'Another quay', passage: '3', comparison: { outcome: 'identical', target } },
      ],
    })
    await press('Quote')
    await settled(() => expect(compare).toHaveBeenCalled())
    expect(compare.mock.calls.every(([asked]) => asked.limit === 0)).toBe(true)
    await press('Where else these words stand')
    const places = '[aria-label="Where else these words stand, or words like them"]'
    await settled(() => expect(wrapper.get(places).text()).toContain('Another quay, passage 3'))
    expect(wrapper.get(places).text()).toContain('Word for word')
    expect(wrapper.get(`${places} a`).attributes('href')).toContain(`${articleId}#3`)
    await wrapper.get('.bearing textarea').setValue('Other words')
    await settled(() => expect(wrapper.find(places).exists()).toBe(false))
  })

  it('only quotes where the archive can be read and not written', async () => {
    const { button, connection, press } = await open({ readOnly: { reason: 'rights' } })
    for (const name of ['Cite…', 'Note…', 'Claim…', 'Evidence'])
      expect(button(name).attributes('disabled'), name).toBeDefined()
    await press('Quote')
    await settled(() => expect(connection.copied[0]).toMatch(/^“.+” \(.+, passage 2\)$/su))
  })
})
