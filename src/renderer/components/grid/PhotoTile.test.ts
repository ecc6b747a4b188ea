import { describe, expect, it } from 'vitest'
import type { Row } from '#shared/contract/library'
import type { PictureState } from '../../stores/smallPictures'
import { mountView } from '../../testing/mountView'
import PhotoTile from './PhotoTile.vue'

const row: Row = {
  id: '019ab000-000a-7000-8000-000000000001',
  kind: 'photo',
  title: 'The second quay',
  addedAt: '2026-11-20T09:00:00.000Z',
}
const tile = async (picture?: PictureState) => {
  const { wrapper } = await mountView(PhotoTile, { props: { row, picture } })
  return wrapper
}

describe('PhotoTile', () => {
  it('shows the picture, which the title describes', async () => {
    const wrapper = await tile({ state: 'ready', address: 'data:,', width: 4, height: 3 })
    expect(wrapper.get('img').attributes('alt')).toBe('')
    expect(wrapper.get('.title').text()).toBe('The second quay')
  })

  it('says what is not stated', async () => {
    expect((await tile()).text()).toContain('Credit not stated')
  })

  it('says in a few words why there is no picture, also for a reason that it does not know', async () => {
    const said = async (reason: string) => (await tile({ state: 'none', reason })).get('.mat').text()
    expect(await Promise.all(['not-held', 'damaged', 'read-only', 'something-new'].map(said))).toEqual([
      'Not held',
      'Damaged',
      'No small picture: read only',
      'No small picture',
    ])
  })
})
