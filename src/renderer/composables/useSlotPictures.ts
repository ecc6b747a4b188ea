import { computed, onBeforeUnmount, shallowReactive, watch, type ComputedRef } from 'vue'
import type { Slot } from '#shared/model/article'
import { typeWord } from '../reading/pictureSource'
import { useServices } from '../services'
import { useSmallPicturesStore } from '../stores/smallPicturesStore'

/** A picture that is held; without an address where it can't be shown here. */
export interface SlotPicture {
  readonly address?: string
}

/**
 * The pictures of filled slots, by slot number: the small ones that were made of them, and the file itself where
 * there is none and a window can show it. A picture that can't be had stays a frame.
 */
export const useSlotPictures = (
  slots: () => readonly Slot[],
): ComputedRef<ReadonlyMap<number, SlotPicture>> => {
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

  const pictureOf = (id: string): SlotPicture | undefined => {
    const picture = pictures.of(id)
    const address = picture?.state === 'ready' ? picture.address : originals.get(id)
    if (address !== undefined) return { address }
    return picture?.state === 'none' && picture.reason !== 'not-held' ? {} : undefined
  }
  return computed(
    () =>
      new Map(
        slots().flatMap(({ number, photoId }) => {
          const picture = photoId === undefined ? undefined : pictureOf(photoId)
          return picture === undefined ? [] : [[number, picture] as const]
        }),
      ),
  )
}
