import type { ShallowRef } from 'vue'
import type { PassageTarget } from '#shared/model/selector'
import type { WordSelection } from '../../composables/useWordSelection'
import { useServices } from '../../services'
import { useReadingStore } from '../../stores/readingStore'

interface PointedWords {
  readonly target: PassageTarget
  readonly words: string
}

/** The words that are selected, else the passage that is chosen, as the core points at them. */
export const usePointedWords = (
  selected: ShallowRef<WordSelection | undefined>,
): (() => Promise<PointedWords | undefined>) => {
  const { quotes } = useServices().connection.archive
  const reading = useReadingStore()
  return async () => {
    const { version, passage: label } = reading
    if (!version) return undefined
    const { articleId, id: versionId } = version
    if (selected.value) {
      const { from, to, words } = selected.value
      const target = await quotes.select({ articleId, versionId, from: { ...from }, to: { ...to } })
      return { target, words: target.selector?.exact ?? words }
    }
    const chosen = version.passages.find((one) => one.label === label)
    return chosen && { target: { articleId, versionId, passage: chosen.label }, words: chosen.text }
  }
}
