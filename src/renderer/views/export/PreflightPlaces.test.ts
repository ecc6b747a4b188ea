import { expect, it } from 'vitest'
import { mountView } from '../../testing/mountView'
import { byRecord } from './byRecord'
import PreflightPlaces from './PreflightPlaces.vue'

const place = (id: string, title: string, passage?: string) => ({
  id,
  title,
  kind: 'article' as const,
  ...(passage === undefined ? {} : { passage }),
})

it('says the title of a record once, in the order in which records come first', () => {
  const findings = [
    { place: place('a', 'A quay', '1') },
    { place: place('b', 'A bridge', '4') },
    { place: place('a', 'A quay', '3') },
  ]
  expect(byRecord(findings).map((group) => group.map((found) => found.place.passage))).toEqual([
    ['1', '3'],
    ['4'],
  ])
})

it('leads to the record, and to each passage of it', async () => {
  const { wrapper } = await mountView(PreflightPlaces, {
    path: '/packs',
    props: {
      findings: [
        { place: place('a', 'A quay', '1') },
        { place: place('a', 'A quay', '3'), detail: 'Slot 2' },
      ],
    },
  })
  const [record, first, second] = wrapper.findAll('a').map((link) => link.attributes('href'))
  expect(wrapper.text().match(/A quay/g)).toHaveLength(1)
  expect(record).not.toContain('passage')
  expect(first).not.toBe(second)
  expect(wrapper.findAll('li').map((line) => line.text())).toEqual(['passage 1', 'passage 3: Slot 2'])
})

it('is its title alone where the record was found as a whole', async () => {
  const { wrapper } = await mountView(PreflightPlaces, {
    path: '/packs',
    props: { findings: [{ place: place('a', 'A quay') }] },
  })
  expect(wrapper.text()).toBe('A quay')
  expect(wrapper.find('ul').exists()).toBe(false)
})
