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
  const { titles, headings, languages, canonicals, times, dates } = survey
  const one = (values: readonly string[]): readonly string[] => values.slice(0, 1)
  const days = new Set(times.map((time) => time.slice(0, 10)))
  const shown: readonly Omit<Fact, 'from'>[] = [
    { name: 'headline', values: one(titles) },
    // Of several main headings none is known to be the article's.
    { name: 'headline', values: headings.length === 1 ? headings : [] },
    { name: 'language', values: one(languages) },
    { name: 'url', values: one(canonicals) },
    // Times of other days stand on a page for other texts.
    { name: 'published', values: days.size === 1 ? one(times) : [] },
    ...dates.map((date) => ({ name: 'published' as const, values: [date] })),
  ]
  return shown.map((fact) => ({ ...fact, from: 'page' as const }))
}

const known = (url: string | undefined): readonly Fact[] =>
  url === undefined ? [] : [{ name: 'url', from: 'capture', values: [url] }]

/** Readability answers the page's data where there is some, and looks at the page only where there is none. */
const shownBy = (stated: readonly Fact[], byline: string | undefined): readonly Fact[] => {
  const isStated = stated.some(
    ({ name, values }) => name === 'byline' && values.some((one) => one.trim() === byline),
  )
  return byline === undefined || isStated ? [] : [{ name: 'byline', from: 'page', values: [byline] }]
}

/**
 * What a page states (`shownByline` is the line in which the page itself names its author), in the order of trust: JSON-LD, microdata, Dublin Core (made for catalogues), Open Graph (made for
 * sharing), other `<meta>`, the page itself, and last the address under which it was captured.
 */
export const readFacts = (
  survey: PageSurvey,
  captured: string | undefined,
  shownByline: string | undefined,
): PageFacts => {
  const { facts, isArticle } = jsonLdFacts(survey.data, survey.titles[0] ?? '')
  const microdata = microdataFacts(survey.properties)
  const stated = [...facts, ...microdata, ...metaFacts(survey)]
  const isOpenGraph = survey.metas.get('og:type')?.[0]?.toLowerCase() === 'article'
  return {
    facts: [
      ...stated,
      ...shownFacts(survey),
      ...shownBy(stated, shownByline),
      ...known(captured ?? survey.savedFrom[0]),
    ],
    isArticle: isArticle || isOpenGraph || microdata.some(({ values }) => values.length > 0),
  }
}
