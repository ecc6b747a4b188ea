import { useI18n } from 'vue-i18n'
import type { SameOrigin } from '#shared/contract/support'
import { useFormats } from './useFormats'

/** Says in a sentence why several that are named count as one source. */
export const useWhyOnce = (): ((why: SameOrigin) => string) => {
  const { t } = useI18n()
  const { number, percent } = useFormats()
  return (why) => {
    if (why.reason === 'named-again')
      return t('support.why.named-again', { ...why, times: number(why.times) })
    if (why.reason === 'credited')
      return why.article
        ? t('support.why.creditedIn', { ...why, title: why.article.title })
        : t('support.why.credited', { ...why })
    const [first, second] = why.articles
    return t('support.why.same-text', {
      name: why.name,
      other: why.other,
      first: first?.title ?? '',
      second: second?.title ?? '',
      likeness: percent(why.likeness),
    })
  }
}
