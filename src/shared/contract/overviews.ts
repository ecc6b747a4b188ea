import * as z from 'zod'
import { sourceKind } from '../model/citation'
import { longestAsked } from '../model/savedSearch'
import { id, text } from '../model/scalars'
import { nothing, page, reads } from './base'

const groupName = text.max(1000)

/** What an overview is of. Items that are no articles have no citations of their own, and are counted as `others`. */
export const overviewScope = z.discriminatedUnion('of', [
  z.object({ of: z.literal('archive') }),
  z.object({ of: z.literal('items'), ids: z.array(id).min(1).max(1000) }),
  /** What this search finds. */
  z.object({ of: z.literal('search'), text: z.string().min(1).max(longestAsked) }),
  /** The articles that cite it. */
  z.object({ of: z.literal('source'), id }),
  z.object({ of: z.literal('collection'), name: groupName }),
  z.object({ of: z.literal('tag'), name: groupName }),
])

export const timeUnit = z.enum(['day', 'month', 'year'])

/**
 * A time as far as it is known: `2019`, `2019-03` or `2019-03-23`. In a timeline by days an article of which only the
 * month is known stands in its month, never on a day.
 */
export const period = z.string().regex(/^-?\d{4}(-\d{2}(-\d{2})?)?$/)

/**
 * Citations of current versions that name a source, printed or confirmed; what is inferred is none. `citations` are counted
 * as printed, `passages` once for all that a passage cites, `sources` each once: `Source: CNN, CNN` is 2, 1 and 1.
 */
const counts = {
  articles: z.int(),
  sources: z.int(),
  passages: z.int(),
  citations: z.int(),
}

export const totals = z.object({
  ...counts,
  /** Articles that cite no source. */
  uncited: z.int(),
  /** Photos and references of the scope. */
  others: z.int(),
})

export const timeline = z.object({
  by: timeUnit,
  totals,
  /** Those in which something was published, in their order; what is known less well stands in longer ones of its own. */
  periods: z.array(z.object({ period, ...counts })),
  undated: z.object(counts),
})

export const datedArticle = z.object({
  id,
  headline: z.string(),
  publisher: z.string().optional(),
  /** EDTF, as far as it is known. */
  published: z.string().optional(),
  sources: z.int(),
  citations: z.int(),
})

/**
 * What is linked: the passages of one article with sources, articles with sources, publishers with sources, or sources with
 * each other, because articles cite them together.
 */
export const networkView = z.enum(['passages', 'articles', 'publishers', 'together'])

const networkSource = z.object({
  id,
  name: z.string(),
  sourceKind: sourceKind.optional(),
  articles: z.int(),
  passages: z.int(),
  citations: z.int(),
})

/** The other end of a link: a passage, an article or a publisher; none where sources are linked with each other. */
const networkEnd = z.object({
  /** Label of the passage, headline, or name; absent for 'no publisher stated'. */
  name: z.string().optional(),
  /** The article to open. */
  articleId: id.optional(),
  published: z.string().optional(),
  /** The source line of a passage as printed, or the beginning of its text where it has none. */
  text: z.string().optional(),
  articles: z.int(),
  passages: z.int(),
  citations: z.int(),
})

/** `from` is an index of `ends` (of `sources` where these are linked with each other), `to` one of `sources`. */
const networkLink = z.object({
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  /** Articles in which the two come together. */
  articles: z.int(),
  passages: z.int().optional(),
  citations: z.int().optional(),
})

export const network = z.object({
  view: networkView,
  totals,
  /** The most cited first. */
  sources: z.array(networkSource),
  ends: z.array(networkEnd),
  /** The strongest first. */
  links: z.array(networkLink),
  /** What is not in the lists above; `links` are those between what is in them. */
  rest: z.object({ sources: z.int(), ends: z.int(), links: z.int() }),
})

const scope = { scope: overviewScope.default({ of: 'archive' }) }

/** A collection or a tag, with the number of its articles. */
const group = z.object({ name: z.string(), articles: z.int() })

export const overviews = {
  /** Without `by`: days, months or years, whichever gives a picture that can be read. */
  timeline: reads.input(z.object({ ...scope, by: timeUnit.optional() })).output(timeline),
  /** The articles behind one bar of a timeline; those without a date where `period` is absent. */
  articles: reads
    .input(z.object({ ...scope, by: timeUnit, period: period.optional(), ...page }))
    .output(z.object({ total: z.int(), rows: z.array(datedArticle) })),
  /** At most `most` of each end, and eight times as many links. `passages` is for one article only. */
  network: reads
    .input(z.object({ ...scope, view: networkView.optional(), most: z.int().min(1).max(200).default(25) }))
    .output(network),
  /** By name. */
  groups: reads.input(nothing).output(z.object({ collections: z.array(group), tags: z.array(group) })),
}

export type OverviewScope = z.infer<typeof overviewScope>
export type TimeUnit = z.infer<typeof timeUnit>
export type Totals = z.infer<typeof totals>
export type Timeline = z.infer<typeof timeline>
export type DatedArticle = z.infer<typeof datedArticle>
export type NetworkView = z.infer<typeof networkView>
export type Network = z.infer<typeof network>
