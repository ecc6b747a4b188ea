import type { PreflightFinding } from '#shared/contract/preflight'
import type { Version } from '#shared/model/article'
import type { ArticleRecord } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import { confidentialSources } from '../redaction/confidentialTerms'
import { placeOf, placeOfClaim } from './places'
import type { FindAll, PreflightContext } from './types'

const isNamedIn = (context: PreflightContext, texts: readonly (string | undefined)[]): boolean =>
  texts.some((text) => text !== undefined && context.confidential.find(text).length > 0)

/** Passages of the current version that name one, then whatever else of the article does. */
const inArticle = (article: ArticleRecord, context: PreflightContext): PreflightFinding[] => {
  const current: Version = currentVersion(article)
  const passages = current.passages.filter(({ text }) => isNamedIn(context, [text]))
  const lines = current.sourceLines.filter(({ literal }) => isNamedIn(context, [literal]))
  const labels = new Set([...passages.map(({ label }) => label), ...lines.map(({ after }) => after)])
  if (labels.size > 0) return [...labels].map((label) => ({ place: placeOf(article, label) }))
  // Older versions, captions of slots, keywords, what was left out: somewhere in the record is enough to say so.
  return isNamedIn(context, [JSON.stringify(article)]) ? [{ place: placeOf(article) }] : []
}

/** Where the name or an alias of a confidential source would leave with the pack. */
export const namedConfidential: FindAll = (context) => {
  const { records } = context
  const sources = confidentialSources(records.sources)
  if (sources.length === 0) return []
  const whole = [...records.photos, ...records.references]
  return [
    ...sources.map((source) => () => [{ place: placeOf(source) }]),
    ...records.articles.map((article) => () => inArticle(article, context)),
    ...whole.map(
      (record) => () => (isNamedIn(context, [JSON.stringify(record)]) ? [{ place: placeOf(record) }] : []),
    ),
    ...records.claims.map(
      (claim) => () =>
        isNamedIn(context, [JSON.stringify(claim)])
          ? [{ place: placeOfClaim(claim, context), detail: claim.text }]
          : [],
    ),
    ...records.notes.map((note) => () => (isNamedIn(context, [note.text]) ? [{ place: placeOf(note) }] : [])),
  ]
}
