import type { ArticleView } from '#shared/contract/records'
import type { VersionComparison } from '#shared/contract/versions'
import { CuttingsError } from '#shared/errors'
import type { Version } from '#shared/model/article'
import type { ArticleRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import type { Original } from '#shared/model/original'
import { titleOf } from '../records/titleOf'
import type { Services } from '../services'
import { compareVersions } from '../versions/compareVersions'
import type { ArchiveImplementer } from './createImplementer'
import { markDamaged } from './markDamaged'
import { found, recordsOfKind } from '../store/found'

/** The headlines of two versions, where they differ and are known: as the files gave them. */
const headlines = (from: Version, to: Version): Pick<VersionComparison, 'headline'> => {
  const [before, after] = [from, to].map((version) => version.origins?.['headline']?.[0]?.value)
  return before && after && before !== after ? { headline: { from: before, to: after } } : {}
}

export const articleHandlers = (os: ArchiveImplementer, { archive, clock, origins }: Services) => {
  const { catalogue } = archive
  const versionOf = (article: ArticleRecord, number: number): Version => {
    const version = article.versions.find((one) => one.number === number)
    if (!version) throw new CuttingsError('not-found', { what: 'version' })
    return version
  }
  const mergedInto = (id: Id): Pick<ArticleView, 'mergedInto'> => {
    const keptId = catalogue.keptFor(id)
    const kept = keptId === id ? undefined : catalogue.record(keptId)
    return kept ? { mergedInto: { id: keptId, title: titleOf(kept) } } : {}
  }
  return {
    compare: os.articles.compare.handler(({ input }) => {
      const article = found(catalogue, 'article', input.id)
      const [from, to] = [versionOf(article, input.from), versionOf(article, input.to)]
      return { ...compareVersions(from, to, article.citations), ...headlines(from, to) }
    }),
    support: os.articles.support.handler(({ input }) => origins.support(input.id, input.versionId)),
    get: os.articles.get.handler(({ input }) => {
      const article = found(catalogue, 'article', input.id)
      const originals = article.versions
        .map((version) => version.original && catalogue.original(version.original))
        .filter((original): original is Original => original !== undefined)
      return {
        article,
        sources: recordsOfKind(
          catalogue,
          'source',
          article.citations.map((citation) => citation.sourceId),
        ),
        references: recordsOfKind(catalogue, 'reference', [
          article.basedOn,
          ...article.citations.map((citation) => citation.referenceId),
        ]),
        originals,
        addedAt: catalogue.addedAt(article.id) ?? clock.now().toISOString(),
        ...mergedInto(article.id),
        ...markDamaged(catalogue, article),
      }
    }),
  }
}
