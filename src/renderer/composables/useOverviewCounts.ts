import { useI18n } from 'vue-i18n'
import type { Timeline } from '#shared/contract/overviews'
import { useFormats } from './useFormats'

/** Articles, citations and sources in words: '1 article, 9 citations of 6 sources'. */
export const useOverviewCounts = () => {
  const { t } = useI18n()
  const { number } = useFormats()
  const word = (kind: 'articles' | 'citations' | 'sources' | 'passages', count: number): string =>
    t(`overviews.${kind}`, { n: number(count) }, count)
  const counted = ({ articles, citations, sources }: Timeline['undated']): string =>
    t(citations === 0 ? 'overviews.uncited' : 'overviews.counts', {
      articles: word('articles', articles),
      citations: word('citations', citations),
      sources: word('sources', sources),
    })
  return { word, counted }
}
