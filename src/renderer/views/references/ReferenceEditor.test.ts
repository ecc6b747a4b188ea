import { describe, expect, it, vi } from 'vitest'
import { useReferenceEditorStore } from '../../stores/referenceEditorStore'
import { fakeId, fakeReference } from '../../testing/fakeRecords'
import { mountView, type MountedView } from '../../testing/mountView'
import { settled } from '../../testing/settled'
import PageRoot from '../PageRoot.vue'

const open = async (): Promise<MountedView> => {
  const mounted = await mountView(PageRoot, { path: `/library/reference/${fakeReference.id}?show=reference` })
  await settled(() => expect(mounted.wrapper.find('.record-title').exists()).toBe(true))
  return mounted
}

const button = ({ wrapper }: MountedView, name: string) => {
  const found = wrapper.findAll('button').find((one) => one.text() === name)
  if (!found) throw new Error(`there is no button ${name}`)
  return found
}

const field = ({ wrapper }: MountedView, name: string) => {
  const label = wrapper.findAll('label').find((one) => one.text() === name)
  return wrapper.get(`#${CSS.escape(label?.attributes('for') ?? '')}`)
}

const title = ({ wrapper }: MountedView): string => wrapper.get('.record-title').text()

describe('the form of a reference', () => {
  it('saves a change, shows the reference as it is then, and takes the change back', async () => {
    const mounted = await open()
    const before = title(mounted)
    await button(mounted, 'Edit').trigger('click')
    await settled(() => expect(button(mounted, 'Save').attributes('disabled')).toBeDefined())
    await field(mounted, 'Title').setValue('Another title')
    await mounted.wrapper.get('form[aria-label="Reference"]').trigger('submit')
    await settled(() => expect(title(mounted)).toBe('Another title'))
    await button(mounted, 'Undo').trigger('click')
    await settled(() => expect(title(mounted)).toBe(before))
  })

  it('takes a new reference back to the trash', async () => {
    const mounted = await open()
    const editor = useReferenceEditorStore()
    const remove = vi.spyOn(mounted.connection.archive.trash, 'remove')
    const id = /reference\/([^?#]+)/.exec(mounted.router.currentRoute.value.path)?.[1] ?? ''
    editor.saved = { id }
    await settled(() => expect(button(mounted, 'Take it back').exists()).toBe(true))
    await button(mounted, 'Take it back').trigger('click')
    await settled(() => expect(remove).toHaveBeenCalledWith({ ids: [id] }))
    await settled(() => expect(mounted.router.currentRoute.value.path).not.toContain(id))
  })

  it('says from which source of the archive a work is, and what stands behind a name', async () => {
    const mounted = await open()
    const { archive } = mounted.connection
    const source = { id: fakeId(2, 9), kind: 'source', name: 'Harbour Gazette' } as const
    vi.spyOn(archive.citations, 'citable').mockResolvedValue([source])
    const save = vi.spyOn(archive.references, 'save')
    await button(mounted, 'Edit').trigger('click')
    await settled(() => expect(button(mounted, 'Choose another source').exists()).toBe(true))
    await button(mounted, 'Choose another source').trigger('click')
    await mounted.wrapper.get('.fields input[type=search]').setValue('harb')
    const choice = `input[type=radio][value="${source.id}"]`
    await settled(() => expect(mounted.wrapper.find(choice).exists()).toBe(true))
    await mounted.wrapper.get(choice).setValue(true)
    await button(mounted, 'Add: Author').trigger('click')
    const line = (what: string) => mounted.wrapper.findAll(`input[aria-label$="${what}"]`).at(-1)
    await line(', family name or institution')?.setValue('Sample')
    await line(', suffix')?.setValue('Jr.')
    await mounted.wrapper.get('form[aria-label="Reference"]').trigger('submit')
    await settled(() => expect(save).toHaveBeenCalled())
    const asked = save.mock.lastCall?.[0]
    expect(asked?.sourceId).toBe(source.id)
    expect(asked?.csl['author']).toContainEqual({ family: 'Sample', suffix: 'Jr.' })
  })

  it('keeps what was typed while something else is looked at, and throws it away on request', async () => {
    const mounted = await open()
    await button(mounted, 'Edit').trigger('click')
    await settled(() => expect(() => field(mounted, 'Title')).not.toThrow())
    await field(mounted, 'Title').setValue('Half a')
    await mounted.router.push('/library')
    await settled(() => expect(mounted.wrapper.find('.record-title').exists()).toBe(false))
    await mounted.router.push(`/library/reference/${fakeReference.id}`)
    await settled(() => expect(button(mounted, 'Edit').exists()).toBe(true))
    await button(mounted, 'Edit').trigger('click')
    await settled(() => expect((field(mounted, 'Title').element as HTMLInputElement).value).toBe('Half a'))
    await button(mounted, 'Discard').trigger('click')
    await settled(() => expect(title(mounted)).not.toBe('Half a'))
  })

  it('shows how it is cited as one types, and what is missing for its type', async () => {
    const mounted = await open()
    await button(mounted, 'New reference').trigger('click')
    await settled(() => expect(mounted.wrapper.get('.missing').text()).toContain('Title'))
    await field(mounted, 'Title').setValue('A quay of brick')
    await settled(() =>
      expect(mounted.wrapper.get('.cited').text()).toContain('chicago-notes, bibliography: A quay of brick'),
    )
    expect(mounted.wrapper.get('.cited .italic').text()).toBe('A quay of brick')
    expect(mounted.wrapper.get('.missing').text()).not.toContain('Title')
  })

  it('copies the citation with its look, and hands both forms to a program that it is dragged into', async () => {
    const mounted = await open()
    await button(mounted, 'Edit').trigger('click')
    await settled(() => expect(mounted.wrapper.find('.cited .box').text()).toContain('chicago-notes'))
    await button(mounted, 'Plain text').trigger('click')
    await button(mounted, 'Rich text').trigger('click')
    const expected = `chicago-notes, bibliography: ${fakeReference.csl.title}`
    await settled(() => expect(mounted.connection.copied).toEqual([expected, expected]))
    const given = new Map<string, string>()
    const dataTransfer = { setData: (type: string, text: string) => given.set(type, text), effectAllowed: '' }
    mounted.wrapper
      .get('.cited .box')
      .element.dispatchEvent(Object.assign(new Event('dragstart'), { dataTransfer }))
    expect([...given]).toEqual([
      ['text/html', `<p>${expected}</p>`],
      ['text/plain', expected],
    ])
  })
})
