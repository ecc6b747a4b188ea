import { useI18n } from 'vue-i18n'

/** Where words stand. */
export interface QuotedPlace {
  readonly headline: string
  readonly publisher?: string | undefined
  /** As printed, else as EDTF. */
  readonly published?: string | undefined
  readonly passage: string
}

/** Words with the place that they come from, and what is printed as their source where that is known: to be copied or dragged. */
export const useQuotation = (): ((words: string, place: QuotedPlace, printed?: string) => string) => {
  const { t } = useI18n()
  return (words, { headline, publisher, published, passage }, printed) => {
    const from = [headline, publisher, published].filter(Boolean).join(', ')
    return printed === undefined
      ? t('claims.quotation', { words, from, passage })
      : t('claims.quotationCited', { words, from, passage, printed })
  }
}
