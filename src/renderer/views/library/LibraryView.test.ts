import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import VirtualList from '../../components/list/VirtualList.vue'
import { fakeId } from '../../testing/fakeRecords'
import { mountView } from '../../testing/mountView'
import { settled } from '../../testing/settled'
import PageRoot from '../PageRoot.vue'

const harbour = `/library/article/${fakeId(1, 1)}`
describe('the reading view', () => {
  it('says what an article says of itself, and writes out what it does not', async () => {
    const { wrapper } = await mountView(PageRoot, { path: harbour })
    await settled(() => expect(wrapper.find('.column header').exists()).toBe(true))
    const header = wrapper.find('.column header').text()
    expect(header).toContain('Harbour survey finds an old passage')
    expect(header).toContain('October 2020, day not stated')
    expect(header).toContain('Byline not stated')
    expect(header).toContain('In our own words, after Harbour Courier.')
  })

  it('prints source lines as they stand and names the support of each passage', async () => {
    const { wrapper } = await mountView(PageRoot, { path: harbour })
    await settled(() =>
      expect(wrapper.find('[id="6"] .source-line').text()).toBe('Source: Example Press, Example Press'),
    )
    const name = (label: string) => wrapper.find(`[id="${label}"] .number`).attributes('aria-label')
    expect(name('3')).toBe('Passage 3: printed line, Harbour Office')
    expect(name('4')).toBe('Passage 4: inferred, Example Press')
    expect(name('1')).toBe('Passage 1: no source line')
  })

  it('goes to the passage of the address and shows what a chosen citation carries', async () => {
    const { wrapper } = await mountView(PageRoot, { path: `${harbour}#5` })
    await settled(() => expect(wrapper.find('[id="5"]').classes()).toContain('is-chosen'))
    await wrapper.find('[id="5"] .chip').trigger('click')
    const carried = wrapper.findAll('.is-carried').map((row) => row.attributes('id'))
    expect(carried).toEqual(['4', '5', '6'])
  })

  it('reads no row out that is only waited for, and opens one that was clicked before it came', async () => {
    const { wrapper, connection, router } = await mountView(PageRoot, { path: '/library' })
    await settled(() => expect(wrapper.find('.list').attributes('aria-busy')).toBe('false'))
    const { library } = connection.archive
    const list = library.list
    let release: (() => void) | undefined
    vi.spyOn(library, 'list').mockImplementationOnce(async (...asked) => {
      await new Promise<void>((resolve) => (release = resolve))
      return list(...asked)
    })
    await router.push('/library/article')
    await flushPromises()
    const listbox = wrapper.find('.list')
    expect([listbox.attributes('aria-busy'), listbox.findAll('[role=option]').length]).toEqual(['true', 0])
    // No row is laid out where nothing has a size: the list says what a click on one would.
    wrapper.findComponent(VirtualList).vm.$emit('open', 0)
    release?.()
    await settled(() => expect(listbox.attributes('aria-busy')).toBe('false'))
    expect(router.currentRoute.value.path).toMatch(/^\/library\/article\/./)
  })

  it('copies a passage link and says so', async () => {
    const { wrapper, connection } = await mountView(PageRoot, { path: `${harbour}#5` })
    await settled(() => expect(wrapper.find('[id="5"] .copy').exists()).toBe(true))
    await wrapper.find('[id="5"] .copy').trigger('click')
    await settled(() => expect(connection.copied).toEqual([`cuttings://${fakeId(8, 1)}/${fakeId(1, 1)}/5`]))
    expect(wrapper.find('[role=status]').text()).toBe('Link of passage 5 copied.')
  })

  it('marks the places of a search as text, never as markup', async () => {
    const { wrapper } = await mountView(PageRoot, { path: `${harbour}?find=quay` })
    await settled(() => expect(wrapper.findAll('mark').length).toBeGreaterThan(2))
    const marks = wrapper.findAll('mark').map((mark) => mark.text())
    expect(new Set(marks)).toEqual(new Set(['quay']))
  })

  it('says what became of a record that is not there', async () => {
    const { wrapper } = await mountView(PageRoot, { path: `/library/article/${fakeId(1, 99)}` })
    await settled(() =>
      expect(wrapper.find('[role=alert]').text()).toContain('There is no article with this id'),
    )
  })
})

describe('the page', () => {
  it('lists every passage that cites a source, printed and inferred', async () => {
    const { wrapper } = await mountView(PageRoot, { path: `/library/source/${fakeId(3, 2)}` })
    await settled(() =>
      expect(wrapper.findAll('.cite').map((row) => row.find('.number').text())).toEqual([
        '4',
        '5',
        '6',
        '7',
        '8',
        '2',
      ]),
    )
    expect(wrapper.find('.counts').text()).toContain('By a printed line 3')
  })

  it('offers three ways on where the archive is missing', async () => {
    const place = '/media/disk/Cuttings'
    const error = { code: 'archive-missing', message: '', details: { place } } as const
    const { wrapper } = await mountView(PageRoot, { state: { state: 'failed', place, error } })
    await settled(() =>
      expect(wrapper.find('[role=alert]').text()).toContain(`There is no archive at ${place}.`),
    )
    expect(wrapper.findAll('.choice')).toHaveLength(3)
    await wrapper.find('.choice').trigger('click')
    await settled(() => expect(wrapper.find('.frame').exists()).toBe(true))
  })

  it('says who writes and since when where it may only read', async () => {
    const readOnly = { reason: 'in-use', host: 'desk-2', pid: 7, since: '2026-11-22T13:40:00.000Z' } as const
    const { wrapper } = await mountView(PageRoot, { readOnly })
    await settled(() =>
      expect(wrapper.find('.strip-note').text()).toContain('desk-2 (process 7) has been writing'),
    )
    expect(wrapper.find('.strip-note').findAll('button')).toHaveLength(1)
  })

  it('takes the lock of another machine once it was asked and told what that means', async () => {
    const since = '2026-11-22T13:40:00.000Z'
    const readOnly = { reason: 'in-use', takeable: true, host: 'desk-2', pid: 7, since } as const
    const { wrapper, connection } = await mountView(PageRoot, { readOnly })
    await settled(() => expect(wrapper.find('.strip-note button').exists()).toBe(true))
    const ask = () => wrapper.find('.strip-note').find('button').trigger('click')
    const dialogButton = (text: string): HTMLButtonElement => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')]
      const found = buttons.find((button) => button.textContent?.trim() === text)
      if (!found) throw new Error(`there is no button ${text}`)
      return found
    }
    await ask()
    await settled(() =>
      expect(document.querySelector('[role=dialog]')?.textContent).toMatch(/desk-2.*can damage it/s),
    )
    dialogButton('Cancel').click()
    await settled(() => expect(connection.locksTaken()).toBe(0))
    await ask()
    await settled(() => dialogButton('Take over and write'))
    dialogButton('Take over and write').click()
    await settled(() => expect(connection.locksTaken()).toBe(1))
  })

  it('says that the archive process ended, and reads again once it is back', async () => {
    const { wrapper, connection } = await mountView(PageRoot)
    await settled(() => expect(wrapper.find('.frame').exists()).toBe(true))
    connection.lose('crashed')
    await settled(() => expect(wrapper.find('[role=alert]').text()).toContain('is being started again'))
    connection.restore()
    await settled(() => expect(wrapper.find('[role=alert]').exists()).toBe(false))
    expect(wrapper.find('[role=status]').text()).toContain('was started again')
  })

  it('follows the commands of the host', async () => {
    const { wrapper, connection, router } = await mountView(PageRoot, { path: harbour })
    await settled(() => expect(wrapper.find('.column header').exists()).toBe(true))
    connection.hostEvents.push({ type: 'command', command: 'library' })
    await settled(() => expect(router.currentRoute.value.path).toBe('/library'))
  })
})
