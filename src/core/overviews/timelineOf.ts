import type { Timeline, TimeUnit } from '#shared/contract/overviews'
import { chooseUnit } from './chooseUnit'
import { comparePeriods, periodOf } from './periodOf'
import { createTally, totalsOf, type Tally } from './tally'
import type { CitingArticle, Coverage, Pause } from './types'

/** What was published when, and what it cites. */
export const timelineOf = async (
  coverage: Coverage,
  asked: TimeUnit | undefined,
  pause: Pause,
): Promise<Timeline> => {
  const by = asked ?? chooseUnit(coverage.articles)
  const tallies = new Map<string, Tally>()
  const undated = createTally()
  for (const article of coverage.articles) {
    const period = periodOf(article.published, by)
    const tally = period === undefined ? undated : (tallies.get(period) ?? createTally())
    tally.add(article)
    if (period !== undefined) tallies.set(period, tally)
    await pause()
  }
  const periods = [...tallies].sort(([a], [b]) => comparePeriods(a, b))
  return {
    by,
    totals: await totalsOf(coverage, pause),
    periods: periods.map(([period, tally]) => ({ period, ...tally.counts() })),
    undated: undated.counts(),
  }
}

/** The articles of one bar, in the order of time; those without a date where there is no period. */
export const articlesIn = (
  coverage: Coverage,
  by: TimeUnit,
  period: string | undefined,
): readonly CitingArticle[] =>
  coverage.articles
    .filter(({ published }) => periodOf(published, by) === period)
    .sort((a, b) => comparePeriods(a.published ?? '', b.published ?? ''))
