import { describe, expect, it, vi } from 'vitest'
import type { ArticleSupport, PassageSupport } from '#shared/contract/support'
import { useReadingStore } from '../../stores/readingStore'
import { fakeId } from '../../testing/fakeRecords'
import { mountView } from '../../testing/mountView'
import { settled } from '../../testing/settled'
import ReadingPane from './ReadingPane.vue'

const open = async (change: (support: ArticleSupport) => Partial<ArticleSupport> = () => ({})) => {
  const mounted = await mountView(ReadingPane, { props: { single: false } })
  const { articles } = mounted.connection.archive
  const told = articles.support
  const support = vi.spyOn(articles, 'support').mockImplementation(async (input) => {
    const found = await told(input)
    return { ...found, ...change(found) }
  })
  await useReadingStore().open('article', fakeId(1, 1))
  await settled(() => expect(mounted.wrapper.find('.badge').exists()).toBe(true))
  return { ...mounted, support }
}

const changing = (label: string, part: Partial<PassageSupport>) => (found: ArticleSupport) => ({
  passages: found.passages.map((one) => (one.passage === label ? { ...one, ...part } : one)),
})

describe('the support ribbon', () => {
  it('says the basis and the number of independent sources of each passage', async () => {
    const { wrapper } = await open()
    const names = wrapper.findAll('.badge').map((one) => one.attributes('aria-label') ?? '')
    expect(names.length).toBe(wrapper.findAll('.passage').length)
    expect(names.every((name) => /independent source|not checkable/.test(name))).toBe(true)
    const basis = wrapper.get('[id="1"] .rule-upright').attributes('data-support')
    expect(['printed', 'inferred', 'none']).toContain(basis)
  })

  it('tells what is contradicted by its pattern, by a word, and in the overview', async () => {
    const { wrapper } = await open(changing('2', { basis: 'contradicted' }))
    expect(wrapper.get('[id="2"] .rule-upright').attributes('data-support')).toBe('contradicted')
    expect(wrapper.get('[id="2"] .margin').text()).toContain('Contradicted')
    expect(wrapper.get('.support .legend').text()).toContain('1 contradicted')
    expect(wrapper.find('.segments [aria-label^="Passage 2: contradicted"]').exists()).toBe(true)
  })

  it('leads to the sources with the reason why they count once, and back by Escape', async () => {
    const [first, second] = [fakeId(1, 2), fakeId(1, 3)]
    const { wrapper } = await open(
      changing('1', {
        independent: 1,
        groups: [
          {
            members: [{ name: 'Reuters', sourceId: fakeId(3, 1) }, { name: 'AFP' }],
            why: [
              {
                reason: 'same-text',
                name: 'Reuters',
                other: 'AFP',
                articles: [
                  { id: first, title: 'One' },
                  { id: second, title: 'Other' },
                ],
                likeness: 0.91,
              },
              { reason: 'credited', name: 'AFP', to: 'Reuters', phrase: '(Reuters)' },
            ],
          },
        ],
      }),
    )
    const badge = wrapper.get('[id="1"] .badge')
    expect(badge.attributes('aria-expanded')).toBe('false')
    await badge.trigger('click')
    const panel = wrapper.get('[id="1"] .walk')
    expect(panel.text()).toContain(
      'Reuters and AFP count once: ‘One’ and ‘Other’ carry the same text (91% of the wording).',
    )
    expect(panel.text()).toContain('AFP counts as Reuters: ‘(Reuters)’.')
    await panel.trigger('keydown', { key: 'Escape' })
    await settled(() => expect(wrapper.find('.walk').exists()).toBe(false))
    expect(document.activeElement).toBe(badge.element)
  })

  it('keeps the basis and says so where the sources cannot be counted', async () => {
    const mounted = await mountView(ReadingPane, { props: { single: false } })
    vi.spyOn(mounted.connection.archive.articles, 'support').mockRejectedValue(new Error('no'))
    await useReadingStore().open('article', fakeId(1, 1))
    await settled(() => expect(mounted.wrapper.findAll('.badge')).toEqual([]))
    expect(mounted.wrapper.findAll('.rule-upright').length).toBeGreaterThan(0)
    expect(mounted.wrapper.text()).toContain('How many sources are independent cannot be told now.')
  })
})
