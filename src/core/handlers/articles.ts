import type { Original } from '#shared/model/original'
import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'
import { found, recordsOfKind } from './found'

export const articleHandlers = (os: ArchiveImplementer, { archive, clock }: Services) => {
  const { catalogue } = archive
  return {
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
      }
    }),
  }
}
