import { afterEach, expect, it } from 'vitest'
import type { Hit } from '#shared/contract/search'
import { mountView, type MountedView } from '../../testing/mountView'
import HitGroup from './HitGroup.vue'

const place = {
  field: 'text',
  passage: '1',
  snippet: 'Речь о туннеле',
  ranges: [[7, 14] as [number, number]],
}
const hit: Hit = {
  id: '0193a000-0000-7000-8000-000000000001',
  kind: 'article',
  title: 'Туннель',
  score: 1,
  places: [place],
  placesTotal: 3,
  foundAs: ['туннель', 'туннеле'],
}

let mounted: MountedView | undefined
afterEach(() => mounted?.wrapper.unmount())

it('says as what an item was found across scripts, to the eye and to a screen reader', async () => {
  const props = { hit, firstLine: 0, active: 0, listId: 'list', chosen: false, totalLines: 1 }
  mounted = await mountView(HitGroup, { props })
  expect(mounted.wrapper.text()).toContain('found as туннель, туннеле')
  expect(mounted.wrapper.get('[role="group"]').attributes('aria-label')).toBe(
    'Туннель, 3 places, found as туннель, туннеле',
  )
})

it('offers the places that have no line', async () => {
  let expanded = 0
  const onExpand = () => (expanded += 1)
  const props = { hit, firstLine: 0, active: 0, listId: 'list', chosen: false, totalLines: 1, onExpand }
  mounted = await mountView(HitGroup, { props })
  await mounted.wrapper.get('.rest').trigger('click')
  expect([mounted.wrapper.get('.rest').text(), expanded]).toEqual(['Show all 3 placesM', 1])
})
