import { CuttingsError } from '#shared/errors'
import type { Version } from '#shared/model/article'
import type { PassageTarget } from '#shared/model/selector'
import type { Id } from '#shared/model/scalars'
import { currentVersion } from '#shared/model/support'
import { compareWithTarget } from '../quotes/compareWithTarget'
import { createSelector } from '../quotes/createSelector'
import { findElsewhere } from '../quotes/findElsewhere'
import { listQuotations } from '../quotes/listQuotations'
import { resolveSelector } from '../quotes/resolveSelector'
import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'
import { found } from '../store/found'

export const quoteHandlers = (os: ArchiveImplementer, { archive, search }: Services) => {
  const { catalogue } = archive
  const versionOf = (articleId: Id, versionId?: Id): Version => {
    const article = found(catalogue, 'article', articleId)
    if (versionId === undefined) return currentVersion(article)
    const version = article.versions.find(({ id }) => id === versionId)
    if (!version) throw new CuttingsError('not-found', { what: 'version' })
    return version
  }
  const ownVersion = ({ articleId, versionId }: PassageTarget): Version => versionOf(articleId, versionId)
  return {
    select: os.quotes.select.handler(({ input }) =>
      createSelector(versionOf(input.articleId, input.versionId), input),
    ),
    resolve: os.quotes.resolve.handler(({ input: { target, versionId } }) =>
      resolveSelector(target, ownVersion(target), versionOf(target.articleId, versionId)),
    ),
    compare: os.quotes.compare.handler(async ({ input: { quotation, target, limit }, signal }) => {
      const places = limit === 0 ? [] : await findElsewhere({ search, catalogue }, quotation, signal)
      const elsewhere = places
        .filter(({ articleId, passage }) => articleId !== target?.articleId || passage !== target.passage)
        .slice(0, limit)
      return target
        ? { against: compareWithTarget(quotation, target, ownVersion(target)), elsewhere }
        : { elsewhere }
    }),
    list: os.quotes.list.handler(({ input }) => listQuotations(versionOf(input.articleId))),
  }
}
