import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { mountView } from '../../testing/mountView'
import SupportListView from './SupportListView.vue'

describe('the lists of what lacks support', () => {
  it('tell how many there are, and lead to each place', async () => {
    const { wrapper, router } = await mountView(SupportListView, { path: '/support' })
    await flushPromises()
    const rows = wrapper.findAll('tbody .link')
    expect(wrapper.get('[role="status"]').text()).toBe(`${rows.length} found`)
    const name = rows[0]?.attributes('aria-label') ?? ''
    const [, label = ''] = /passage (\w+)$/.exec(name) ?? []
    await rows[0]?.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.hash).toBe(`#${label}`)
  })

  it('tell how far the archive was looked at, and ask again until it was', async () => {
    vi.useFakeTimers()
    const { wrapper, connection } = await mountView(SupportListView, { path: '/support/single-source' })
    const list = vi.spyOn(connection.archive.support, 'list')
    const row = { id: 'x', kind: 'article' as const, title: 'Ferry', passage: '1', text: 'One.' }
    list.mockResolvedValueOnce({ total: 1, looked: 10, of: 40, rows: [row] })
    list.mockResolvedValue({ total: 2, looked: 40, of: 40, rows: [row, { ...row, passage: '2' }] })
    await wrapper.get('a[href$="/support/unsourced"]').trigger('click')
    await flushPromises()
    expect(wrapper.get('[role="status"]').text()).toContain('Looked at 10 of 40')
    expect(wrapper.get('.btn[disabled]').text()).toBe('Copy as CSV')
    await vi.advanceTimersByTimeAsync(600)
    await flushPromises()
    expect(wrapper.get('[role="status"]').text()).toBe('2 found')
    vi.useRealTimers()
  })

  it('stop asking when the user has seen enough, and go on from there', async () => {
    vi.useFakeTimers()
    const { wrapper, connection } = await mountView(SupportListView, { path: '/support/single-source' })
    const list = vi.spyOn(connection.archive.support, 'list')
    const row = { id: 'x', kind: 'article' as const, title: 'Ferry', passage: '1', text: 'One.' }
    list.mockResolvedValue({ total: 1, looked: 10, of: 40, rows: [row] })
    await wrapper.get('a[href$="/support/unsourced"]').trigger('click')
    await flushPromises()
    expect(wrapper.get('progress').attributes()).toMatchObject({ value: '10', max: '40' })
    await wrapper.get('.counted .btn').trigger('click')
    const asked = list.mock.calls.length
    await vi.advanceTimersByTimeAsync(5000)
    expect(list).toHaveBeenCalledTimes(asked)
    expect(wrapper.get('[role="status"]').text()).toContain('Stopped: looked at 10 of 40')
    list.mockResolvedValue({ total: 1, looked: 40, of: 40, rows: [row] })
    await wrapper.get('.counted .btn').trigger('click')
    await flushPromises()
    expect(wrapper.get('[role="status"]').text()).toBe('One found')
    expect(wrapper.find('progress').exists()).toBe(false)
    vi.useRealTimers()
  })

  it('say why those that are named count as one source, and lead to the articles that show it', async () => {
    const { wrapper, connection, router } = await mountView(SupportListView, { path: '/support/unsourced' })
    const articles = ['a', 'b'].map((id) => ({ id, title: `Ferry ${id}` }))
    const why = { reason: 'same-text' as const, name: 'Courier', other: 'Gazette', articles, likeness: 0.9 }
    const row = { id: 'x', kind: 'article' as const, title: 'Mine', passage: '1', why: [why] }
    vi.spyOn(connection.archive.support, 'list').mockResolvedValue({
      total: 1,
      looked: 1,
      of: 1,
      rows: [row],
    })
    await wrapper.get('a[href$="/support/single-source"]').trigger('click')
    await flushPromises()
    expect(wrapper.get('td.sources').text()).toContain('Courier and Gazette count once')
    await wrapper.findAll('td.sources .link')[1]?.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.path).toMatch(/article\/b$/)
  })

  it('say in words that nothing is missing', async () => {
    const { wrapper } = await mountView(SupportListView, { path: '/support/uncredited' })
    await flushPromises()
    expect(wrapper.text()).toContain('Every photo has a credit or a creator.')
  })
})
