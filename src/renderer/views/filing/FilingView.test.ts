import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { fakeId } from '../../testing/fakeRecords'
import { mountView } from '../../testing/mountView'
import PageRoot from '../PageRoot.vue'

const press = async (wrapper: VueWrapper, name: string): Promise<void> => {
  const buttons = wrapper.findAll('button').map(({ element }) => element as HTMLButtonElement)
  const button = [...buttons, ...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name,
  )
  if (!button) throw new Error(`no button “${name}”`)
  button.click()
  await flushPromises()
}
const fieldNamed = async (name: string): Promise<HTMLInputElement> => {
  await vi.waitUntil(() => document.querySelector(`input[aria-label="${name}"]`))
  const field = document.querySelector<HTMLInputElement>(`input[aria-label="${name}"]`)
  if (!field) throw new Error(`no field “${name}”`)
  return field
}
const type = async (name: string, text: string): Promise<HTMLInputElement> => {
  const field = await fieldNamed(name)
  field.focus()
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
  return field
}
const key = async (field: HTMLElement, pressed: string): Promise<void> => {
  field.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
  await flushPromises()
}
const namesIn = (label: string): string[] =>
  [...document.querySelectorAll(`[aria-label="${label}"] ul li bdi`)].map(({ textContent }) => textContent)

const article = (at: number): string => `/library/article/${fakeId(1, at)}`

describe('on the page of an article', () => {
  it('tags are added by Enter, taken off with the focus going on, and put back', async () => {
    const { wrapper } = await mountView(PageRoot, { path: article(1) })
    const field = await type('Add a tag', 'to check')
    await key(field, 'Enter')
    expect(namesIn('Tags of this article')).toEqual(['to check'])
    expect([field.value, document.activeElement]).toEqual(['', field])
    await press(wrapper, 'Take the tag “to check” off')
    expect(namesIn('Tags of this article')).toEqual([])
    expect(document.activeElement).toBe(await fieldNamed('Add a tag'))
    await press(wrapper, 'Undo: Tag taken off')
    expect(namesIn('Tags of this article')).toEqual(['to check'])
  })

  it('a collection that is there is offered, and taken by its arrow and Enter', async () => {
    await mountView(PageRoot, { path: article(2) })
    const field = await type('Add to a collection', 'harb')
    const options = [...document.querySelectorAll('[aria-label="Collections that are there"] [role=option]')]
    expect(options.map(({ textContent }) => textContent)).toEqual(['Harbour1'])
    await key(field, 'ArrowDown')
    expect(field.getAttribute('aria-activedescendant')).toBe(options[0]?.id)
    await key(field, 'Enter')
    expect(namesIn('Collections of this article')).toEqual(['Harbour'])
  })

  it('nothing can be changed where the archive is only read, and what is there leads to its articles', async () => {
    await mountView(PageRoot, { path: article(1), readOnly: { reason: 'rights' } })
    expect(document.querySelector('input[aria-label="Add a tag"]')).toBeNull()
    const link = document.querySelector('[aria-label="Collections of this article"] a')
    expect(link?.getAttribute('href')).toBe('/search?q=&with=collection:Harbour')
    expect(document.querySelector('[aria-label="Collections of this article"] button')).toBeNull()
  })
})

describe('what is chosen in the list', () => {
  it('gets a tag in one deed, which is put back as one', async () => {
    const { wrapper, connection } = await mountView(PageRoot, { path: '/library?show=article' })
    const list = wrapper.get('[role=listbox]')
    await list.trigger('keydown', { key: 'a', ctrlKey: true })
    await flushPromises()
    await press(wrapper, 'Tags and collections…')
    await type('Name', 'Follow up')
    await press(wrapper, 'Add to all of them')
    const { tags } = await connection.archive.overviews.groups({})
    expect(tags).toEqual([{ name: 'Follow up', articles: 4 }])
    await press(wrapper, 'Undo: Tag added')
    expect((await connection.archive.overviews.groups({})).tags).toEqual([])
  })
})

describe('the view of all tags and collections', () => {
  it('counts them, renames one, says what becomes one, and dissolves one', async () => {
    const { wrapper, connection } = await mountView(PageRoot, { path: '/filing' })
    await connection.archive.filing.add({ kind: 'collections', names: ['Docks'], ids: [fakeId(1, 2)] })
    await press(wrapper, 'Rename the collection “Harbour”…')
    await type('Other name', 'docks')
    expect(document.body.textContent).toContain('There is “Docks” already: both become one.')
    await key(await type('Other name', 'Harbours'), 'Enter')
    expect(wrapper.get('[aria-label=Collections] tbody').text()).toContain('Harbours')
    await press(wrapper, 'Dissolve the collection “Harbours”; its articles stay')
    expect(wrapper.get('[aria-label=Collections] tbody').text()).not.toContain('Harbours')
    await press(wrapper, 'Undo: Collection dissolved')
    expect(wrapper.get('[aria-label=Collections] tbody').text()).toContain('Harbours')
  })
})
