import { computed, onBeforeUnmount, shallowReactive, watch, type ComputedRef } from 'vue'
import type { Slot } from '#shared/model/article'
import { typeWord } from '../reading/pictureSource'
import { useServices } from '../services'
import { useSmallPicturesStore } from '../stores/smallPicturesStore'

/**
 * Addresses of the pictures of filled slots, by slot number: the small ones that were made of them, and the file itself where
 * there is none and a window can show it. A picture that can't be had stays a frame.
 */
export const useSlotPictures = (slots: () => readonly Slot[]): ComputedRef<ReadonlyMap<number, string>> => {
  const { connection } = useServices()
  const pictures = useSmallPicturesStore()
  const originals = shallowReactive(new Map<string, string>())

  const photoIds = computed(() => [...new Set(slots().flatMap(({ photoId }) => photoId ?? []))])
  watch(photoIds, (ids) => pictures.want('slots', ids), { immediate: true })
  onBeforeUnmount(() => pictures.want('slots', []))

  const fetchOriginal = async (id: string): Promise<void> => {
    try {
      const { photo, original } = await connection.archive.photos.get({ id })
      if (photo.original === undefined || !typeWord(original?.mediaType).canShow) return
      const { address } = await connection.host.original({ sha256: photo.original })
      originals.set(id, address)
    } catch {
      // Not held or not to be had now: the frame says 'not held', and the rest of the article is not kept waiting.
    }
  }
  const withoutSmall = computed(() =>
    photoIds.value.filter((id) => {
      const picture = pictures.of(id)
      return picture?.state === 'none' && picture.reason !== 'not-held'
    }),
  )
  watch(withoutSmall, (ids) => ids.filter((id) => !originals.has(id)).forEach((id) => void fetchOriginal(id)))

  const addressOf = (id: string): string | undefined => {
    const picture = pictures.of(id)
    return picture?.state === 'ready' ? picture.address : originals.get(id)
  }
  return computed(
    () =>
      new Map(
        slots().flatMap(({ number, photoId }) => {
          const address = photoId === undefined ? undefined : addressOf(photoId)
          return address === undefined ? [] : [[number, address] as const]
        }),
      ),
  )
}
