import { shallowRef, watch, type Ref } from 'vue'
import type { Slot } from '#shared/model/article'
import { isShowable } from '../reading/isShowable'
import { useServices } from '../services'

/** A picture that is held; without an address where it can't be shown here. */
export interface SlotPicture {
  readonly address?: string
}

/** The pictures of filled slots, by slot number. One that can't be had stays a frame. */
export const useSlotPictures = (slots: () => readonly Slot[]): Ref<ReadonlyMap<number, SlotPicture>> => {
  const { connection } = useServices()
  const pictures = shallowRef<ReadonlyMap<number, SlotPicture>>(new Map())

  const fetchOne = async (slot: Slot): Promise<readonly [number, SlotPicture] | undefined> => {
    if (slot.photoId === undefined) return undefined
    try {
      const { photo, original } = await connection.archive.photos.get({ id: slot.photoId })
      if (photo.original === undefined) return undefined
      if (original && !isShowable(original.mediaType)) return [slot.number, {}]
      const { address } = await connection.host.original({ sha256: photo.original })
      return [slot.number, { address }]
    } catch {
      // Not held or not to be had now: the frame says 'not held', and the rest of the article is not kept waiting.
      return undefined
    }
  }

  watch(
    slots,
    async (now) => {
      pictures.value = new Map()
      const found = await Promise.all(now.map(fetchOne))
      if (slots() === now) pictures.value = new Map(found.filter((one) => one !== undefined))
    },
    { immediate: true },
  )
  return pictures
}
