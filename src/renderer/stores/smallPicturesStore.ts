import { defineStore } from 'pinia'
import { watch } from 'vue'
import { useServices } from '../services'
import { useArchiveStore } from './archiveStore'
import { createSmallPictures, type PictureState } from './smallPictures'

/** The small pictures of photos, for every view that shows them: each is asked for once. */
export const useSmallPicturesStore = defineStore('smallPictures', () => {
  const { connection } = useServices()
  const archive = useArchiveStore()

  const ask = async (id: string): Promise<PictureState> => {
    const answer = await connection.archive.photos.small({ id })
    if (answer.state === 'none') return answer
    const { address } = await connection.host.original({ sha256: answer.sha256, small: true })
    return { state: 'ready', address, width: answer.width, height: answer.height }
  }
  const pictures = createSmallPictures({ ask })

  watch(
    () => [archive.revision, archive.readOnly],
    () => pictures.forgetMissing(),
  )
  return pictures
})
