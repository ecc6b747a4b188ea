import { describe, expect, it, vi } from 'vitest'
import { fakeId } from '../../testing/fakeRecords'
import { createTwoVersions, fakeComparison } from '../../testing/fakeVersions'
import { mountView } from '../../testing/mountView'
import { settled } from '../../testing/settled'
import ReadingPane from './ReadingPane.vue'
import { useReadingStore } from '../../stores/readingStore'

const open = async () => {
  const mounted = await mountView(ReadingPane, { props: { single: false } })
  const { articles } = mounted.connection.archive
  vi.spyOn(articles, 'get').mockResolvedValue(createTwoVersions(1))
  const compare = vi.spyOn(articles, 'compare').mockResolvedValue(fakeComparison)
  await useReadingStore().open('article', fakeId(1, 1))
  await settled(() => expect(mounted.wrapper.find('.earlier button').exists()).toBe(true))
  return { ...mounted, compare }
}

describe('versions of an article', () => {
  it('says which version is shown, and shows another', async () => {
    const { wrapper } = await open()
    const select = wrapper.get<HTMLSelectElement>('.bar select')
    expect(select.findAll('option').map((one) => one.text().split(',')[0])).toEqual([
      'Version 1',
      'Version 2',
    ])
    expect(select.element.value).toBe('2')
    await select.setValue('1')
    expect(wrapper.get('.bar').text()).toContain('A newer version is held')
    expect(wrapper.get('[id="3"] .words').text()).toContain('closed the quay')
  })

  it('keeps citations of the earlier version with its words', async () => {
    const { wrapper, compare } = await open()
    const text = wrapper.get('.earlier').text()
    expect(compare).toHaveBeenCalledWith({ id: fakeId(1, 1), from: 1, to: 2 })
    expect(text).toContain('Version 1, passage 3')
    expect(text).toContain('The words have changed since.')
    expect(text).toContain('The passage is gone.')
    await wrapper.get('.earlier button[aria-label*="passage 6"]').trigger('click')
    await settled(() =>
      expect(wrapper.get('[aria-current="true"]').text()).toContain('Shipowners complained.'),
    )
  })

  it('shows what went and what came by more than colour, and who rests on it', async () => {
    const { wrapper } = await open()
    await wrapper.get('.bar button').trigger('click')
    await settled(() => expect(wrapper.find('.compare details').exists()).toBe(true))
    const pane = wrapper.get('.compare')
    expect(pane.get('.title del').text()).toContain('deleted: Passage found')
    expect(pane.findAll('.is-changed del, .is-changed ins').map((one) => one.text())).toEqual([
      'deleted: closed end',
      'inserted: opened end',
    ])
    expect(pane.text()).toContain('2 citations were made on version 1, whose words have changed since.')
    expect(pane.text()).toContain('One citation was made on version 1, of which this passage is gone.')
    expect(pane.get('details summary').text()).toContain('2 passages read the same')
    await pane.trigger('keydown', { key: 'Escape' })
    expect(wrapper.find('.compare').exists()).toBe(false)
  })
})
