import { describe, expect, it } from 'vitest'
import SlotFigure from '../../components/reading/SlotFigure.vue'
import { fakeId } from '../../testing/fakeRecords'
import { mountView } from '../../testing/mountView'
import { settled } from '../../testing/settled'
import PageRoot from '../PageRoot.vue'

const open = async (path: string) => {
  const mounted = await mountView(PageRoot, { path, isForeign: true })
  const shown = /article/.test(path) ? '.column .end' : '.record'
  await settled(() => expect(mounted.wrapper.find(shown).exists()).toBe(true))
  return mounted
}
const article = `/library/article/${fakeId(1, 5)}`

describe('an article of a saved page', () => {
  it('says first that its publisher withdrew it, and who wrote to whom', async () => {
    const { wrapper } = await open(article)
    const header = wrapper.get('.column header').text()
    expect(header).toContain('Cancelled by its publisher')
    expect(header).toContain('desk@gazette.example')
  })

  it('shows where words led, by its true host, and never goes there', async () => {
    const { wrapper, connection, router } = await open(article)
    const words = wrapper.findAll('[id="1"] .led')
    expect(words.map((one) => one.text())).toEqual(['bank.example', 'the mayor’s letter'])
    await words[0]?.trigger('keydown', { key: 'Enter' })
    await settled(() => expect(document.querySelector('[role="dialog"] .host')).not.toBeNull())
    const dialog = document.querySelector('[role="dialog"]')
    expect(dialog?.querySelector('.host')?.textContent).toBe('evil.example')
    expect(dialog?.textContent).toContain('The words name bank.example; the address leads elsewhere.')
    expect(dialog?.querySelector('a')).toBeNull()
    dialog?.querySelector<HTMLElement>('[data-dialog-start]')?.click()
    await settled(() => expect(connection.copied).toEqual(['https://bank.example@evil.example/login']))
    expect(router.currentRoute.value.path).toBe(article)
    await settled(() => expect(document.querySelector('[role="dialog"]')).toBeNull())
  })

  it('says at which passage a page begins', async () => {
    const { wrapper } = await open(article)
    const pages = wrapper.findAll('.passage').map((one) => one.find('.page').exists())
    expect(pages).toEqual([true, true, false, false])
    expect(wrapper.get('[id="f1"]').classes()).toContain('is-footnote')
  })

  it('tells how the capture stands, each answer by itself', async () => {
    const { wrapper } = await open(article)
    const end = wrapper.get('.column .end').text()
    expect(end).toContain('with Example Capture 2.')
    expect(end).toContain('does not match its content')
    expect(end).toContain('Who signed it was not checked')
  })

  it('tells where each value was found, and how sure it is of the rest', async () => {
    const { wrapper } = await open(article)
    const end = wrapper.get('.column .end').text()
    expect(end).toContain('JSON-LD')
    expect(end).toContain('windows-1252, guessed from the content (71% sure)')
    expect(end).toContain('English, told from the text (99% sure)')
    expect(end).toContain('tag:gazette.example,2024:tunnel')
  })

  it('describes a picture that is not held as the page did', async () => {
    const { wrapper } = await open(article)
    expect(wrapper.get('#slot-1').text()).toContain('Described as: A portal of concrete.')
  })
})

describe('a photo', () => {
  it('shows its fields with their origins, and what the camera wrote apart', async () => {
    const { wrapper } = await open(`/library/photo/${fakeId(10, 1)}`)
    expect(wrapper.get('.record img').attributes('alt')).toBe('Two divers beside a wall of large stones.')
    const text = wrapper.get('.record').text()
    expect(text).toContain('XMP and IIM agree')
    expect(text).toContain('Nothing of them was checked.')
    expect(wrapper.findAll('.record .chip').map((one) => one.text())).toEqual(['quay', 'divers', 'harbour'])
    expect(wrapper.findAll('.section-title').map((one) => one.text())).toContain('Camera')
  })

  it('is called by its file where it says nothing, and says that its picture is not held', async () => {
    const { wrapper } = await open(`/library/photo/${fakeId(10, 2)}`)
    expect(wrapper.get('.record-title').text()).toBe('IMG_2.jpg')
    expect(wrapper.get('.mat').text()).toContain('it was listed in a table')
  })

  it('says plainly that a picture cannot be shown here', async () => {
    const { wrapper } = await open(`/library/photo/${fakeId(10, 3)}`)
    expect(wrapper.find('.record img').exists()).toBe(false)
    expect(wrapper.get('.mat').text()).toContain('cannot show HEIC pictures')
  })

  it('says so too where the picture turns out not to be one', async () => {
    const { wrapper } = await open(`/library/photo/${fakeId(10, 1)}`)
    await wrapper.get('.record img').trigger('error')
    expect(wrapper.get('.mat').text()).toContain('this window cannot show it')
  })
})

it('says of a slot whose picture is held that this window cannot show it', async () => {
  const { wrapper } = await mountView(SlotFigure, {
    props: { slotRecord: { number: 1, placement: 'stated', photoId: fakeId(10, 3) }, total: 2, picture: {} },
  })
  expect(wrapper.text()).toContain('Photo slot 1 of 2. Held, but this window cannot show it.')
})
