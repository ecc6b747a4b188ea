import { computed, nextTick, ref, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ArticleView } from '#shared/contract/records'
import { useCommand } from '../../composables/useCommand'
import { useCopy } from '../../composables/useCopy'
import { useQuotation } from '../../composables/useQuotation'
import { useWordKeys } from '../../composables/useWordKeys'
import { useWordSelection } from '../../composables/useWordSelection'
import { useArchiveStore } from '../../stores/archiveStore'
import { useBearingStore, type BearingForm } from '../../stores/bearingStore'
import { useLastChangeStore } from '../../stores/lastChangeStore'
import { useReadingStore } from '../../stores/readingStore'
import { useStatusStore } from '../../stores/statusStore'
import { usePointedWords } from './usePointedWords'

/** Where the focus goes when words are selected. */
type Focusable = Ref<{ readonly focus: () => void } | undefined>

/** What can be done with words that are selected in the article, by mouse or keyboard, or with the passage that is chosen. */
export const useSelectedWords = (
  body: Ref<HTMLElement | undefined>,
  bar: Focusable,
  view: () => ArticleView,
  keep: () => void,
) => {
  const { t } = useI18n()
  const archive = useArchiveStore()
  const reading = useReadingStore()
  const bearing = useBearingStore()
  const last = useLastChangeStore()
  const status = useStatusStore()
  const copy = useCopy()
  const { selected, read, clear } = useWordSelection(body)
  const returning = ref<HTMLElement>()

  const wordsOf = (label: string | undefined): HTMLElement | undefined =>
    label === undefined
      ? undefined
      : (body.value?.querySelector<HTMLElement>(`#${CSS.escape(label)} .words`) ?? undefined)
  const keys = useWordKeys({
    say: status.announce,
    done: () => void nextTick(() => bar.value?.focus()),
    given: () => {
      clear()
      returning.value?.focus()
    },
  })
  const passage = computed(() => selected.value?.from.passage ?? reading.passage)

  const point = usePointedWords(selected)
  const quotation = useQuotation()
  const copyQuotation = (words: string, label: string): Promise<void> => {
    const { headline, publisher, published } = view().article
    const place = { headline, publisher, published: published?.literal ?? published?.edtf, passage: label }
    return copy(quotation(words, place), t('claims.bar.quoted'))
  }

  const act = async (type: BearingForm['type']): Promise<void> => {
    if (archive.readOnly && type !== 'quote') return
    read()
    keep()
    const pointed = await last.attempt(point)
    if (!pointed) {
      if (last.error) status.announce(t('claims.bar.failed'))
      return
    }
    keys.stop()
    bearing.begin({ type, ...pointed })
    if (type === 'quote') await copyQuotation(pointed.words, pointed.target.passage)
  }

  const selectWords = (): void => {
    const words = wordsOf(passage.value)
    if (!words) return
    returning.value = words.closest('.passage')?.querySelector<HTMLElement>('.number') ?? undefined
    keys.start(words)
  }

  /** Who chooses another passage means that one, and not the words before. */
  watch(
    () => reading.passage,
    (label) => {
      if (label !== undefined && selected.value && selected.value.from.passage !== label) clear()
    },
  )

  const canPoint = (): boolean => passage.value !== undefined
  const canWrite = (): boolean => canPoint() && archive.readOnly === undefined
  useCommand('selectWords', selectWords, canPoint)
  useCommand('quote', () => void act('quote'), canPoint)
  useCommand('cite', () => void act('cite'), canWrite)
  useCommand('annotate', () => void act('note'), canWrite)
  useCommand('claim', () => void act('claim'), canWrite)
  useCommand('useAsEvidence', () => void act('evidence'), canWrite)
  useCommand('bearing', () => (bearing.isOpen = !bearing.isOpen))

  return {
    passage,
    words: computed(() => selected.value?.words),
    isWalking: keys.isWalking,
    press: keys.press,
    act,
    selectWords,
    copyQuotation: (words: string) => void copyQuotation(words, bearing.form?.target.passage ?? ''),
  }
}
