import type { ArticleSupport, SupportListName } from '#shared/contract/support'
import { CuttingsError } from '#shared/errors'
import type { Version } from '#shared/model/article'
import type { ArticleRecord } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import type { Id } from '#shared/model/scalars'
import { createPauses } from '../jobs/createPauses'
import { textSignature } from '../likeness/fingerprintsOf'
import { titleOf } from '../records/titleOf'
import type { CatalogueReader } from '../store/types'
import { archiveLinks, sameTextFrom, type ArchiveLinksDeps } from './archiveLinks'
import { createPublishers } from './createPublishers'
import { createSupportLists, type SupportPage } from './createSupportLists'
import { createTexts, creditsOfArticle } from './createTexts'
import { namingsByPassage, passageSupport } from './passageSupport'

export type OriginsCatalogue = Pick<
  CatalogueReader,
  'record' | 'revision' | 'list' | 'articlesLike' | 'bearingOn'
> & { readonly duplicates: Pick<CatalogueReader['duplicates'], 'signature'> }

/** What passages rest on and how many of those behind them are independent: computed when asked, kept for a while. */
export interface Origins {
  /** Throws `not-found` for an article or a version. */
  readonly support: (articleId: Id, versionId?: Id) => Promise<ArticleSupport>
  /** What lacks a source, a second one, or a credit, as far as it is found. */
  readonly list: (list: SupportListName, offset: number, limit: number) => Promise<SupportPage>
}

/** Answers that are kept until something changes. */
const mostHeld = 50

const versionOf = (article: ArticleRecord, versionId: Id | undefined): Version => {
  if (versionId === undefined) return currentVersion(article)
  const version = article.versions.find(({ id }) => id === versionId)
  if (!version) throw new CuttingsError('not-found', { what: 'version' })
  return version
}

const createComputing = (catalogue: OriginsCatalogue) => {
  const textOf = createTexts(catalogue)
  const deps: Omit<ArchiveLinksDeps, 'pause'> = {
    publishers: createPublishers(catalogue),
    textOf,
    titleOf: (id) => {
      const record = catalogue.record(id)
      return record ? titleOf(record) : ''
    },
    signature: catalogue.duplicates.signature,
  }
  const passagesOf = async (
    article: ArticleRecord,
    version: Version,
  ): Promise<ArticleSupport['passages']> => {
    const pause = createPauses()
    const passages = []
    const namings = namingsByPassage({
      version,
      citations: article.citations,
      claims: catalogue.bearingOn(article.id).claims,
      read: catalogue.record,
    })
    for (const one of namings) {
      const links = await archiveLinks(one.namings, article.id, one.passage.text, { ...deps, pause })
      passages.push(passageSupport(one, links))
      await pause()
    }
    return passages
  }
  const sameTextAs = (article: ArticleRecord, version: Version): ArticleSupport['sameText'] => {
    const signature = textSignature(version.passages)
    if (!signature) return []
    return catalogue.articlesLike(signature, sameTextFrom).flatMap(({ id, title, likeness }) => {
      const other = catalogue.record(id)
      if (id === article.id || other?.kind !== 'article') return []
      const { publisher } = other
      return [{ id, title, likeness, ...(publisher === undefined ? {} : { publisher }) }]
    })
  }
  return { passagesOf, sameTextAs }
}

export const createOrigins = (catalogue: OriginsCatalogue): Origins => {
  const { passagesOf, sameTextAs } = createComputing(catalogue)
  const held = new Map<string, Promise<ArticleSupport>>()
  let heldAt = -1

  const compute = async (articleId: Id, versionId: Id | undefined): Promise<ArticleSupport> => {
    const article = catalogue.record(articleId)
    if (article?.kind !== 'article') throw new CuttingsError('not-found', { what: 'article' })
    const version = versionOf(article, versionId)
    return {
      versionId: version.id,
      passages: await passagesOf(article, version),
      credits: creditsOfArticle(article).map(({ name, phrase }) => ({ name, phrase })),
      sameText: sameTextAs(article, version),
    }
  }

  return {
    support: (articleId, versionId) => {
      const revision = catalogue.revision()
      if (revision !== heldAt) held.clear()
      heldAt = revision
      const key = `${articleId} ${versionId ?? ''}`
      const known = held.get(key)
      if (known) return known
      const answer = compute(articleId, versionId)
      const [oldest] = held.keys()
      if (held.size >= mostHeld && oldest !== undefined) held.delete(oldest)
      held.set(key, answer)
      answer.catch(() => held.delete(key))
      return answer
    },
    list: createSupportLists(catalogue, passagesOf),
  }
}
