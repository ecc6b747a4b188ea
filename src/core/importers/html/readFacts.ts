import type { FieldOrigin } from '#shared/model/article'
import { jsonLdFacts } from './jsonLdFacts'
import { metaFacts } from './metaFacts'
import { microdataFacts } from './microdata'
import type { Fact } from './pageFacts'
import type { PageSurvey } from './pageSurvey'

export interface PageFacts {
  /** In the order of trust. */
  readonly facts: readonly Fact[]
  /** Whether the page says that it is an article. */
  readonly isArticle: boolean
}

/** What the page itself shows: its title, its main heading, its language, its own address. */
const shownFacts = (survey: PageSurvey): readonly Fact[] => {
  const { titles, headings, languages, canonicals, times, dates, savedFrom } = survey
  const one = (values: readonly string[]): readonly string[] => values.slice(0, 1)
  const days = new Set(times.map((time) => time.slice(0, 10)))
  const shown: readonly Omit<Fact, 'from'>[] = [
    { name: 'headline', values: one(titles) },
    // Of several main headings none is known to be the article's.
    { name: 'headline', values: headings.length === 1 ? headings : [] },
    { name: 'language', values: one(languages) },
    { name: 'url', values: one(canonicals) },
    { name: 'url', values: one(savedFrom) },
    // Times of other days stand on a page for other texts.
    { name: 'published', values: days.size === 1 ? one(times) : [] },
    ...dates.map((date) => ({ name: 'published' as const, values: [date] })),
  ]
  return shown.map((fact) => ({ ...fact, from: 'page' as const }))
}

const known = (from: FieldOrigin, url: string | undefined): readonly Fact[] =>
  url === undefined ? [] : [{ name: 'url', from, values: [url] }]

/**
 * What a page states, in the order of trust: JSON-LD, microdata, Open Graph, Dublin Core, other `<meta>`, the page itself,
 * and last the address under which it was captured.
 */
export const readFacts = (survey: PageSurvey, captured: string | undefined): PageFacts => {
  const { facts, isArticle } = jsonLdFacts(survey.data)
  const microdata = microdataFacts(survey.properties)
  const isOpenGraph = survey.metas.get('og:type')?.[0]?.toLowerCase() === 'article'
  return {
    facts: [...facts, ...microdata, ...metaFacts(survey), ...shownFacts(survey), ...known('capture', captured)],
    isArticle: isArticle || isOpenGraph || microdata.some(({ values }) => values.length > 0),
  }
}
