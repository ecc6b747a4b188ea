import { shallowRef, watch } from 'vue'
import type { ExplainedSpan } from '#shared/contract/search'
import { useServices } from '../services'

export interface ExplainedPart {
  readonly text: string
  readonly readAs: ExplainedSpan['readAs']
}

const syntax = /[":*~()-]|\b(?:AND|OR|NOT|NEAR)\b/

/** How each part of a search was read; empty where it is plain words, which explain themselves. */
export const useExplanation = (text: () => string) => {
  const { search } = useServices().connection.archive
  const parts = shallowRef<readonly ExplainedPart[]>([])

  const explain = async (words: string): Promise<void> => {
    if (!syntax.test(words)) {
      parts.value = []
      return
    }
    try {
      const spans = await search.explain({ text: words })
      if (words !== text()) return
      const points = [...words]
      parts.value = spans.map(({ from, to, readAs }) => ({ text: points.slice(from, to).join(''), readAs }))
    } catch {
      // The search itself says what fails.
      if (words === text()) parts.value = []
    }
  }
  watch(text, (words) => void explain(words), { immediate: true })

  return parts
}
