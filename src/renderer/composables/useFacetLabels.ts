import { useI18n } from 'vue-i18n'
import type { FacetName } from '#shared/facets'
import { useFormats } from './useFormats'

export interface FacetLabel {
  readonly label: string
  /** Of the label, where it is written in a language of its own. */
  readonly language?: string
}

/** What a value of a facet is called. */
export const useFacetLabels = () => {
  const { t, te } = useI18n()
  const { languageName, edtf } = useFormats()

  const months = (value: string): string => {
    const [first = value, last] = value.split('/')
    const from = edtf(first, 'short')
    return last === undefined ? from : t('search.facets.interval', { from, to: edtf(last, 'short') })
  }

  return (facet: FacetName, value: string): FacetLabel => {
    if (facet === 'language') return { label: languageName(value), language: value }
    if (facet === 'month') return { label: months(value) }
    const key = `search.values.${facet}.${value}`
    return { label: te(key) ? t(key) : value }
  }
}
