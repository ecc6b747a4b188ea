import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { useReferenceEditorStore } from '../../stores/referenceEditorStore'
import { fakeId, fakeReference } from '../../testing/fakeRecords'
import { mountView, type MountedView } from '../../testing/mountView'
import PageRoot from '../PageRoot.vue'

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  await flushPromises()
}

const open = async (): Promise<MountedView> => {
  const mounted = await mountView(PageRoot, { path: `/library/reference/${fakeReference.id}?show=reference` })
  await settle()
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
    await settle()
    expect(button(mounted, 'Save').attributes('disabled')).toBeDefined()
    await field(mounted, 'Title').setValue('Another title')
    await mounted.wrapper.get('form[aria-label="Reference"]').trigger('submit')
    await settle()
    expect(title(mounted)).toBe('Another title')
    await button(mounted, 'Undo').trigger('click')
    await settle()
    expect(title(mounted)).toBe(before)
  })

  it('takes a new reference back to the trash', async () => {
    const mounted = await open()
    const editor = useReferenceEditorStore()
    const remove = vi.spyOn(mounted.connection.archive.trash, 'remove')
    const id = /reference\/([^?#]+)/.exec(mounted.router.currentRoute.value.path)?.[1] ?? ''
    editor.saved = { id }
    await settle()
    await button(mounted, 'Take it back').trigger('click')
    await settle()
    expect(remove).toHaveBeenCalledWith({ ids: [id] })
    expect(mounted.router.currentRoute.value.path).not.toContain(id)
  })

  it('says from which source of the archive a work is, and what stands behind a name', async () => {
    const mounted = await open()
    const { archive } = mounted.connection
    const source = { id: fakeId(2, 9), kind: 'source', name: 'Harbour Gazette' } as const
    vi.spyOn(archive.citations, 'citable').mockResolvedValue([source])
    const save = vi.spyOn(archive.references, 'save')
    await button(mounted, 'Edit').trigger('click')
    await settle()
    await button(mounted, 'Choose another source').trigger('click')
    await mounted.wrapper.get('.fields input[type=search]').setValue('harb')
    await settle()
    await mounted.wrapper.get(`input[type=radio][value="${source.id}"]`).setValue(true)
    await button(mounted, 'Add: Author').trigger('click')
    const line = (what: string) => mounted.wrapper.findAll(`input[aria-label$="${what}"]`).at(-1)
    await line(', family name or institution')?.setValue('Sample')
    await line(', suffix')?.setValue('Jr.')
    await mounted.wrapper.get('form[aria-label="Reference"]').trigger('submit')
    await settle()
    const asked = save.mock.lastCall?.[0]
    expect(asked?.sourceId).toBe(source.id)
    expect(asked?.csl['author']).toContainEqual({ family: 'Sample', suffix: 'Jr.' })
  })

  it('keeps what was typed while something else is looked at, and throws it away on request', async () => {
    const mounted = await open()
    await button(mounted, 'Edit').trigger('click')
    await settle()
    await field(mounted, 'Title').setValue('Half a')
    await mounted.router.push('/library')
    await settle()
    await mounted.router.push(`/library/reference/${fakeReference.id}`)
    await settle()
    await button(mounted, 'Edit').trigger('click')
    await settle()
    expect((field(mounted, 'Title').element as HTMLInputElement).value).toBe('Half a')
    await button(mounted, 'Discard').trigger('click')
    await settle()
    expect(title(mounted)).not.toBe('Half a')
  })

  it('shows how it is cited as one types, and what is missing for its type', async () => {
    const mounted = await open()
    await button(mounted, 'New reference').trigger('click')
    await settle()
    expect(mounted.wrapper.get('.missing').text()).toContain('Title')
    await field(mounted, 'Title').setValue('A quay of brick')
    await settle()
    await settle()
    expect(mounted.wrapper.get('.cited').text()).toContain('chicago-notes, bibliography: A quay of brick')
    expect(mounted.wrapper.get('.cited .italic').text()).toBe('A quay of brick')
    expect(mounted.wrapper.get('.missing').text()).not.toContain('Title')
  })

  it('copies the citation with its look, and hands both forms to a program that it is dragged into', async () => {
    const mounted = await open()
    await button(mounted, 'Edit').trigger('click')
    await settle()
    await settle()
    await button(mounted, 'Plain text').trigger('click')
    await button(mounted, 'Rich text').trigger('click')
    await settle()
    const expected = `chicago-notes, bibliography: ${fakeReference.csl.title}`
    expect(mounted.connection.copied).toEqual([expected, expected])
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
