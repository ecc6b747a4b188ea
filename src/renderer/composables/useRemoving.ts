import { useRouter } from 'vue-router'
import { useArchiveStore } from '../stores/archiveStore'
import { useLastChangeStore } from '../stores/lastChangeStore'
import { useListStore } from '../stores/listStore'
import { useSelectionStore } from '../stores/selectionStore'
import { useTrashStore } from '../stores/trashStore'
import { listRoute } from './listRoute'
import { useChosenOrOpen } from './useChosenOrOpen'

/** Moving items to the trash from where they are read or chosen, with the way back. */
export const useRemoving = () => {
  const router = useRouter()
  const archive = useArchiveStore()
  const last = useLastChangeStore()
  const list = useListStore()
  const { openId, ids: asked } = useChosenOrOpen()
  const selection = useSelectionStore()
  const trash = useTrashStore()

  const remove = async (ids: readonly string[]): Promise<void> => {
    const removed = await last.attempt(() => trash.remove(ids))
    if (!removed) return
    last.did({ key: 'trash.removed', undo: () => trash.bringBack(ids) })
    selection.clear()
    if (ids.includes(openId() ?? '')) await router.push(listRoute(list.filter))
  }

  return {
    canRemove: () => archive.readOnly === undefined && asked().length > 0,
    removeAsked: () => void remove(asked()),
    removeOpen: () => {
      const id = openId()
      if (id !== undefined) void remove([id])
    },
  }
}
