import { shallowRef, watch, type Ref } from 'vue'
import type { Slot } from '#shared/model/article'
import { useServices } from '../services'

/** Addresses of the pictures of filled slots, by slot number. A picture that can't be had stays a frame. */
export const useSlotPictures = (slots: () => readonly Slot[]): Ref<ReadonlyMap<number, string>> => {
  const { connection } = useServices()
  const addresses = shallowRef<ReadonlyMap<number, string>>(new Map())

  const fetchOne = async (slot: Slot): Promise<readonly [number, string] | undefined> => {
    if (slot.photoId === undefined) return undefined
    try {
      const { photo } = await connection.archive.photos.get({ id: slot.photoId })
      if (photo.original === undefined) return undefined
      const { address } = await connection.host.original({ sha256: photo.original })
      return [slot.number, address]
    } catch {
      // Not held or not to be had now: the frame says 'not held', and the rest of the article is not kept waiting.
      return undefined
    }
  }

  watch(
    slots,
    async (now) => {
      addresses.value = new Map()
      const found = await Promise.all(now.map(fetchOne))
      if (slots() === now) addresses.value = new Map(found.filter((one) => one !== undefined))
    },
    { immediate: true },
  )
  return addresses
}
