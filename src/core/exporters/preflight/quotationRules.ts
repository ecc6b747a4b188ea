import type { PreflightFinding } from '#shared/contract/preflight'
import type { Version } from '#shared/model/article'
import type { Claim } from '#shared/model/claim'
import type { ArticleRecord } from '#shared/model/records'
import type { PassageTarget, TextSelector } from '#shared/model/selector'
import { currentVersion } from '#shared/model/support'
import { compareWithTarget } from '#core/quotes/compareWithTarget'
import { findQuotations } from '#core/quotes/findQuotations'
import { placeOf } from './places'
import type { FindAll, PreflightContext } from './types'

const passageText = (version: Version | undefined, label: string): string | undefined =>
  version?.passages.find((passage) => passage.label === label)?.text

/** Whether a selection says of its own version what that version says. */
const isAtItsPlace = (selector: TextSelector, version: Version, context: PreflightContext): boolean =>
  context.textOf(version).slice(selector.start, selector.end).join('') === selector.exact

/**
 * The words that no longer stand in an article's current version, or never stood in their own; undefined where they do. What
 * moved is still there: only words that are gone are adrift.
 */
const adrift = (
  article: ArticleRecord,
  { versionId, passage, selector }: Pick<PassageTarget, 'versionId' | 'passage' | 'selector'>,
  context: PreflightContext,
): string | undefined => {
  const own = article.versions.find(({ id }) => id === versionId)
  const words = selector?.exact ?? passageText(own, passage)
  if (words === undefined || !own) return words ?? passage
  if (selector && !isAtItsPlace(selector, own, context)) return words
  const current = currentVersion(article)
  if (own.id === current.id) return undefined
  if (selector) return context.textOf(current).join('').includes(words) ? undefined : words
  return current.passages.some(({ text }) => text === words) ? undefined : words
}

const findingOf = (
  article: ArticleRecord | undefined,
  target: Pick<PassageTarget, 'versionId' | 'passage' | 'selector'>,
  context: PreflightContext,
): PreflightFinding[] => {
  const words = article && adrift(article, target, context)
  return article && words !== undefined ? [{ place: placeOf(article, target.passage), detail: words }] : []
}

const ofClaims: FindAll = (context) =>
  context.records.claims.map(
    (claim) => () =>
      [claim.target, ...claim.evidence.map(({ target }) => target)].flatMap((target) =>
        target ? findingOf(context.articles.get(target.articleId), target, context) : [],
      ),
  )

/** Citations that the user confirmed for a passage; those that are printed belong to their version and stay in it. */
const ofCitations: FindAll = (context) =>
  context.records.articles.map(
    (article) => () =>
      article.citations
        .filter(({ origin }) => origin === 'confirmed')
        .flatMap((citation) => findingOf(article, citation, context)),
  )

export const driftedQuotations: FindAll = (context) => [...ofClaims(context), ...ofCitations(context)]

/** What a claim quotes: what stands in marks, else all of it. */
const quotedBy = ({ text }: Claim): readonly string[] => {
  const marked = findQuotations(text).map((found) => found.text)
  return marked.length > 0 ? marked : [text]
}

/** A quotation against the passages that it is said to be of; words that are not there at all may be of another one. */
const changedIn = (
  words: string,
  { selector: _selected, ...passage }: PassageTarget,
  context: PreflightContext,
): PreflightFinding[] => {
  const article = context.articles.get(passage.articleId)
  const version = article?.versions.find(({ id }) => id === passage.versionId)
  if (!article || !version) return []
  const { outcome } = compareWithTarget(words, passage, version)
  return outcome === 'words-changed' ? [{ place: placeOf(article, passage.passage), detail: words }] : []
}

/** Claims that are quotations, against the passage that states them and those that support them. */
export const changedQuotations: FindAll = (context) =>
  context.records.claims
    .filter(({ claimType }) => claimType === 'quote')
    .map((claim) => () => {
      const supporting = claim.evidence.filter(({ relation }) => relation === 'supports')
      const targets = [claim.target, ...supporting.map(({ target }) => target)].filter(
        (target) => target !== undefined,
      )
      return quotedBy(claim).flatMap((words) =>
        targets.flatMap((target) => changedIn(words, target, context)),
      )
    })
