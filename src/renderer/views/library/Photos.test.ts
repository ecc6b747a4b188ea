import { describe, expect, it, vi } from 'vitest'
import type { SmallPicture } from '#shared/contract/records'
import { useReadingStore } from '../../stores/readingStore'
import { fakeId } from '../../testing/fakeRecords'
import { mountView } from '../../testing/mountView'
import { settled } from '../../testing/settled'
import ReadingPane from './ReadingPane.vue'

const ready: SmallPicture = { state: 'ready', sha256: 'ab'.repeat(32), width: 512, height: 384 }
const open = async (photo: number, small: SmallPicture) => {
  const mounted = await mountView(ReadingPane, { props: { single: false }, isForeign: true })
  const { archive, host } = mounted.connection
  vi.spyOn(archive.photos, 'small').mockResolvedValue(small)
  vi.spyOn(archive.photos, 'similar').mockResolvedValue([
    { id: fakeId(10, 9), title: 'The quay at dusk', distance: 2 },
  ])
  vi.spyOn(host, 'original').mockImplementation(async ({ sha256, small: isSmall }) => ({
    address: `original://${sha256}/${isSmall ? 'small' : ''}`,
  }))
  await useReadingStore().open('photo', fakeId(10, photo))
  await settled(() => expect(mounted.wrapper.find('.mat').exists()).toBe(true))
  return mounted
}

describe('a photo that is looked at', () => {
  it('is a small picture beside other things, and the file itself large', async () => {
    const { wrapper } = await open(1, ready)
    await settled(() =>
      expect(wrapper.get('.mat img').attributes('src')).toBe(`original://${'ab'.repeat(32)}/small`),
    )
    await wrapper.get('[aria-keyshortcuts="L"]').trigger('click')
    await settled(() =>
      expect(wrapper.get('.mat img').attributes('src')).toBe(`original://${'cd'.repeat(32)}/`),
    )
    await wrapper.get('[aria-keyshortcuts="Z"]').trigger('click')
    expect(wrapper.get('[data-picture]').classes()).toContain('is-full')
  })

  it('is shown by its small picture where the window cannot show the file, and says so', async () => {
    const { wrapper } = await open(3, ready)
    await wrapper.get('[aria-keyshortcuts="L"]').trigger('click')
    await settled(() => expect(wrapper.get('.mat img').attributes('src')).toContain('/small'))
    expect(wrapper.get('.preview').text()).toContain('cannot show HEIC pictures in full')
    expect(wrapper.find('[aria-keyshortcuts="Z"]').exists()).toBe(false)
  })

  it('says why there is no small picture in an archive that can only be read', async () => {
    const { wrapper } = await open(3, { state: 'none', reason: 'read-only' })
    await settled(() => expect(wrapper.get('.mat').text()).toContain('the archive is open to read only'))
  })

  it('names what looks like it, and how much', async () => {
    const { wrapper } = await open(1, ready)
    await settled(() =>
      expect(wrapper.get('.similar button').attributes('aria-label')).toBe(
        'The quay at dusk: Nearly the same',
      ),
    )
  })
})
