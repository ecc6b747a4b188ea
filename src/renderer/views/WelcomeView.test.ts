import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { mountView } from '../testing/mountView'
import WelcomeView from './WelcomeView.vue'
import { useHostStore } from '../stores/hostStore'

const damaged = {
  state: 'failed',
  place: '~/Cuttings',
  error: { code: 'archive-damaged', message: '', details: { reason: 'it is empty' } },
  backups: [
    {
      name: 'catalogue-2.sqlite',
      at: '2026-11-21T10:00:00.000Z',
      bytes: 10,
      sound: true,
      counts: { article: 12, photo: 3, reference: 4, source: 5 },
    },
    { name: 'catalogue-1.sqlite', at: '2026-11-20T10:00:00.000Z', bytes: 10, sound: false },
  ],
} as const

it('shows the copies of a damaged catalogue with what they hold, and restores the one that is chosen', async () => {
  const { wrapper } = await mountView(WelcomeView, {
    state: { ...damaged, error: { ...damaged.error }, backups: damaged.backups.map((one) => ({ ...one })) },
  })
  await useHostStore().describe()
  await flushPromises()
  expect(wrapper.text()).toContain('it is empty')
  expect(wrapper.text()).toContain('12 articles, 3 photos, 4 references, 5 sources')
  expect(wrapper.text()).toContain('not whole, and never restored')
  const restore = wrapper.findAll('button').filter((one) => one.text().includes('Restore the copy'))
  expect(restore).toHaveLength(1)
  await restore[0]?.trigger('click')
  await flushPromises()
  expect(useHostStore().archive?.state).toBe('open')
})
