import { shallowRef } from 'vue'
import type { CompletionOption } from '#shared/contract/search'
import { isOfferedUnasked, type Offer } from '../searching/applyCompletion'
import { useServices } from '../services'
import { useRecentSearchesStore } from '../stores/recentSearchesStore'

/** How a search may go on while it is typed. A newer look gives up the one before it. */
export const useCompletion = () => {
  const { search } = useServices().connection.archive
  const recent = useRecentSearchesStore()
  const completion = shallowRef<Offer>()
  let asking: AbortController | undefined

  const close = (): void => {
    asking?.abort()
    asking = undefined
    completion.value = undefined
  }

  const offerRecent = (text: string, isAsked: boolean): void => {
    close()
    if (!isAsked || recent.texts.length === 0) return
    const options = recent.texts.map((one) => ({ text: one, kind: 'recent' as const }))
    completion.value = { asked: text, from: 0, to: [...text].length, options }
  }

  /** `cursor` in code points; `isAsked` where the user asked what could stand here, and words are told too; with an empty field, searches of before. */
  const look = async (text: string, cursor: number, isAsked: boolean): Promise<void> => {
    asking?.abort()
    if (text.trim() === '') return offerRecent(text, isAsked)
    const controller = new AbortController()
    asking = controller
    try {
      const answer = await search.complete({ text, cursor }, { signal: controller.signal })
      if (asking !== controller) return
      const typed = [...text].slice(answer.from, answer.to).join('')
      const isOffered = (option: CompletionOption): boolean =>
        option.text !== typed && isOfferedUnasked(answer, option)
      const options = answer.options.filter((option) => isAsked || isOffered(option))
      completion.value = options.length > 0 ? { ...answer, asked: text, options } : undefined
    } catch {
      // An offer only: the search itself says what fails.
      if (asking === controller) completion.value = undefined
    }
  }

  return { completion, look, close }
}
