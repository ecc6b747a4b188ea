import type { ArticleView } from '#shared/contract/records'
import { useQuotation } from '../../composables/useQuotation'
import type { PassageView } from '../../reading/readingModel'
import { useReadingStore } from '../../stores/readingStore'
import { fillDrag } from '../../text/fillDrag'

/** A citation that is dragged out of the margin takes the passage and the words of its source along. */
export const useDraggedCitation = (view: () => ArticleView): ((event: DragEvent) => void) => {
  const reading = useReadingStore()
  const quotation = useQuotation()

  const passages = (): readonly PassageView[] => {
    const { model } = reading
    const blocks = model?.blocks ?? []
    return [...(model?.summary ?? []), ...blocks.flatMap((one) => (one.type === 'passage' ? [one.view] : []))]
  }

  return (event) => {
    const chip = (event.target as Element).closest<HTMLElement>('[data-citation]')
    const stands = chip?.closest('.passage')?.id
    const found = passages().find(({ passage }) => passage.label === stands)
    const citation = found?.citations.find(({ id }) => id === chip?.dataset.citation)
    if (!found || !citation) return
    const { headline, publisher, published } = view().article
    const place = {
      headline,
      publisher,
      published: published?.literal ?? published?.edtf,
      passage: found.passage.label,
    }
    fillDrag(event, quotation(found.passage.text, place, citation.literal))
  }
}
