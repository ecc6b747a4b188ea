import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { useRouter } from 'vue-router'
import type { ArchiveOutputs } from '#shared/contract/archive'
import { recordRoute } from '../../composables/listRoute'
import { useCommand } from '../../composables/useCommand'
import type { SimilarPhoto } from '../../reading/likeness'
import { typeWord } from '../../reading/pictureSource'
import { useServices } from '../../services'
import { useLargePhotoStore } from '../../stores/largePhotoStore'
import { useListStore } from '../../stores/listStore'
import { useSelectionStore } from '../../stores/selectionStore'
import { useSmallPicturesStore } from '../../stores/smallPicturesStore'

type PhotoRecord = ArchiveOutputs['photos']['get']

/** The small picture of the open photo, and the photos that look like it: these are known once it was made. */
const useSimilar = (view: () => PhotoRecord) => {
  const { connection } = useServices()
  const pictures = useSmallPicturesStore()
  const similar = shallowRef<readonly SimilarPhoto[]>([])
  const id = (): string => view().photo.id

  watch(id, (now) => pictures.want('open', [now]), { immediate: true })
  watch(
    () => [id(), pictures.of(id())?.state] as const,
    async ([now, state]) => {
      similar.value = []
      if (state !== 'ready') return
      const found = await connection.archive.photos.similar({ id: now }).catch(() => [])
      if (id() === now) similar.value = found
    },
    { immediate: true },
  )
  watch(similar, (now) =>
    pictures.want(
      'similar',
      now.map((one) => one.id),
    ),
  )
  onBeforeUnmount(() => {
    pictures.want('open', [])
    pictures.want('similar', [])
  })
  return { pictures, similar }
}

/** How the picture of the open photo is looked at: beside the others or large, fitted or pixel by pixel, and the next one. */
export const usePhotoStage = (view: () => PhotoRecord) => {
  const router = useRouter()
  const list = useListStore()
  const selection = useSelectionStore()
  const large = useLargePhotoStore()
  const full = ref(false)
  const place = shallowRef<{ readonly at: number; readonly total: number }>()

  watch(
    () => [view().photo.id, list.total] as const,
    async ([id], before) => {
      if (id !== before?.[0]) full.value = false
      const found = await large.place()
      if (view().photo.id === id) place.value = found && { at: found.at, total: found.ids.length }
    },
    { immediate: true },
  )

  const open = (id: string): void => {
    // What is chosen goes along with what is looked at, but for a choice of several.
    if (selection.count === 1) selection.only(id, 'item')
    void router.push(recordRoute({ kind: 'photo', id }, list.filter))
  }
  const step = async (by: 1 | -1): Promise<void> => {
    const id = await large.neighbour(by)
    if (id !== undefined) open(id)
  }
  const turn = (): void => {
    large.isLarge = !large.isLarge
    full.value = false
  }
  const canZoom = (): boolean => {
    const { photo, original } = view()
    return photo.original !== undefined && typeWord(original?.mediaType).canShow
  }
  const zoom = (): void => void (full.value = !full.value)

  useCommand('photoLarge', turn)
  useCommand('photoZoom', zoom, () => large.isLarge && canZoom())
  useCommand('nextPhoto', () => void step(1), large.hasNeighbours)
  useCommand('previousPhoto', () => void step(-1), large.hasNeighbours)

  return { ...useSimilar(view), large, full, place, open, step, turn, canZoom, zoom }
}
