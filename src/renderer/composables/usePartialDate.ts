import { useI18n } from 'vue-i18n'
import type { PartialDate } from '#shared/model/scalars'
import { useFormats } from './useFormats'

/** A date as far as it is known, with the part that is not stated said in words. */
export const usePartialDate = (): { readonly partialDate: (date: PartialDate | undefined) => string } => {
  const { t } = useI18n()
  const { edtf } = useFormats()
  return {
    partialDate: (date) => {
      if (!date) return t('reading.dateNotStated')
      const text = edtf(date.edtf, 'long')
      const parts = date.edtf.replace(/^-/, '').split('-').length
      if (parts === 1) return t('reading.yearOnly', { date: text })
      return parts === 2 ? t('reading.monthOnly', { date: text }) : text
    },
  }
}
