import { shallowRef } from 'vue'
import type { Completion } from '#shared/contract/search'
import { isOfferedUnasked } from '../searching/applyCompletion'
import { useServices } from '../services'

/** How a search may go on while it is typed. A newer look gives up the one before it. */
export const useCompletion = () => {
  const { search } = useServices().connection.archive
  const completion = shallowRef<Completion>()
  let asking: AbortController | undefined

  const close = (): void => {
    asking?.abort()
    asking = undefined
    completion.value = undefined
  }

  /** `cursor` in code points; `isAsked` where the user asked what could stand here, and words are told too. */
  const look = async (text: string, cursor: number, isAsked: boolean): Promise<void> => {
    asking?.abort()
    if (text.trim() === '' && !isAsked) return close()
    const controller = new AbortController()
    asking = controller
    try {
      const answer = await search.complete({ text, cursor }, { signal: controller.signal })
      if (asking !== controller) return
      const options = answer.options.filter((option) => isAsked || isOfferedUnasked(answer, option))
      completion.value = options.length > 0 ? { ...answer, options } : undefined
    } catch {
      // An offer only: the search itself says what fails.
      if (asking === controller) completion.value = undefined
    }
  }

  return { completion, look, close }
}
