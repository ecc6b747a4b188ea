import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ChooseMode } from '../../components/list/listKeys'
import { useFormats } from '../../composables/useFormats'
import { useListStore } from '../../stores/listStore'
import { useSelectionStore, type ChosenKind } from '../../stores/selectionStore'
import { useStatusStore } from '../../stores/statusStore'

export interface Choosing {
  readonly choose: (index: number, mode: ChooseMode) => void
  readonly chooseAll: () => void
}

/** Choosing rows of the list that is shown; ranges reach over pages that are not held. */
export const useChoosing = (): Choosing => {
  const list = useListStore()
  const selection = useSelectionStore()
  const status = useStatusStore()
  const { t } = useI18n()
  const { number } = useFormats()
  const anchor = ref(0)

  const kind = (): ChosenKind => (list.filter.kind === 'source' ? 'source' : 'item')
  const say = (): void => status.announce(t('list.chosen', { n: number(selection.count) }))

  const chooseRange = async (from: number, to: number): Promise<void> => {
    const ids = await list.allIds().catch(() => [])
    selection.replace(ids.slice(Math.min(from, to), Math.max(from, to) + 1), kind())
    say()
  }

  const choose = (index: number, mode: ChooseMode): void => {
    if (mode === 'range') {
      void chooseRange(anchor.value, index)
      return
    }
    anchor.value = index
    const row = list.rowAt(index)
    if (!row) return
    if (mode === 'only') selection.only(row.id, kind())
    else if (mode === 'toggle') {
      selection.toggle(row.id, kind())
      say()
    }
  }

  return { choose, chooseAll: () => void chooseRange(0, (list.total ?? 1) - 1) }
}
