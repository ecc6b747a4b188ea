import type { ShownBasis } from '#shared/contract/support'
import type { SupportBasis } from '#shared/model/support'

/** One piece of the overview under a headline: a paragraph, or several merged where there are too many to draw. */
export interface OverviewSegment {
  readonly from: string
  readonly to: string
  readonly basis: ShownBasis
}

const order: readonly ShownBasis[] = ['contradicted', 'none', 'inferred', 'printed']

/** What most of them rest on; of equals the weaker. One that is contradicted is never merged out of sight. */
const mostFrequent = (bases: readonly ShownBasis[]): ShownBasis => {
  if (bases.includes('contradicted')) return 'contradicted'
  const count = (basis: ShownBasis): number => bases.filter((one) => one === basis).length
  return order.reduce((best, basis) => (count(basis) > count(best) ? basis : best), 'none' as ShownBasis)
}

/** At most `limit` segments in the order of the text. */
export const createOverview = (
  paragraphs: readonly { readonly label: string; readonly basis: ShownBasis }[],
  limit = 60,
): readonly OverviewSegment[] => {
  const size = Math.max(1, Math.ceil(paragraphs.length / limit))
  const segments: OverviewSegment[] = []
  for (let at = 0; at < paragraphs.length; at += size) {
    const group = paragraphs.slice(at, at + size)
    const [first, last] = [group[0], group.at(-1)]
    if (first && last)
      segments.push({
        from: first.label,
        to: last.label,
        basis: mostFrequent(group.map((one) => one.basis)),
      })
  }
  return segments
}

const letters: Readonly<Record<string, SupportBasis>> = { p: 'printed', i: 'inferred', n: 'none' }

/** The row's letters (`p`, `i`, `n`) as counts. */
export const countSupport = (support: string): Readonly<Record<SupportBasis, number>> => {
  const counts = { printed: 0, inferred: 0, none: 0 }
  for (const letter of support) {
    const basis = letters[letter]
    if (basis) counts[basis] += 1
  }
  return counts
}
