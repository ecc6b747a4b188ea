import { ref, watch, type Ref } from 'vue'
import { useServices } from '../services'

/** The address of a photo's small picture; undefined where there is none, or until it is made. */
export const useSmallPicture = (photoId: () => string | undefined): Ref<string | undefined> => {
  const { connection } = useServices()
  const address = ref<string>()

  const fetch = async (id: string): Promise<string | undefined> => {
    try {
      const small = await connection.archive.photos.small({ id })
      if (small.state !== 'ready') return undefined
      return (await connection.host.original({ sha256: small.sha256, small: true })).address
    } catch {
      // Not held, or the host can't serve it: the frame stays empty and says so.
      return undefined
    }
  }

  watch(
    photoId,
    async (id) => {
      address.value = undefined
      const found = id === undefined ? undefined : await fetch(id)
      if (photoId() === id) address.value = found
    },
    { immediate: true },
  )
  return address
}
