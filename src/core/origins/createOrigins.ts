import type { ArticleSupport, OriginGroups, PassagePlace, SupportListName } from '#shared/contract/support'
import { CuttingsError } from '#shared/errors'
import type { Version } from '#shared/model/article'
import type { Claim } from '#shared/model/claim'
import type { ArticleRecord } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import type { Id } from '#shared/model/scalars'
import { createPauses } from '../jobs/createPauses'
import { textSignature } from '../likeness/fingerprintsOf'
import type { CatalogueReader } from '../store/types'
import { createHeld } from './createHeld'
import { createKnowledge, type Knowledge } from './createKnowledge'
import { createPublishers } from './createPublishers'
import { createSupportLists, type SupportPage } from './createSupportLists'
import { creditsOfArticle } from './createTexts'
import { sameTextFrom } from './isOneText'
import type { KnownRecords } from './knownRecords'
import { originsBehind } from './originsBehind'
import { passagesSupport, statedByPassage } from './passageSupport'
import { statedByClaim } from './stated'

export type OriginsCatalogue = Pick<
  CatalogueReader,
  'record' | 'revision' | 'list' | 'articlesLike' | 'bearingOn'
> & { readonly duplicates: Pick<CatalogueReader['duplicates'], 'signature'> }

interface PlacedGroups extends PassagePlace {
  readonly groups: OriginGroups
}

/** What passages rest on and how many of those behind them are independent: computed when asked, kept for a while. */
export interface Origins {
  /** Throws `not-found` for an article or a version. */
  readonly support: (articleId: Id, versionId?: Id) => Promise<ArticleSupport>
  /** Who is behind a claim, those who tell one story together. */
  readonly ofClaim: (claim: Claim) => Promise<OriginGroups>
  /** Who is behind single passages of newest versions; what is not held is left out. */
  readonly at: (places: readonly PassagePlace[]) => Promise<PlacedGroups[]>
  /** What lacks a source, a second one, or a credit, as far as it is found. */
  readonly list: (list: SupportListName, offset: number, limit: number) => Promise<SupportPage>
}

/** Articles, and claims, whose answers are kept until something changes. */
const mostArticles = 50
const mostClaims = 5000

const versionOf = (article: ArticleRecord, versionId: Id | undefined): Version => {
  if (versionId === undefined) return currentVersion(article)
  const version = article.versions.find(({ id }) => id === versionId)
  if (!version) throw new CuttingsError('not-found', { what: 'version' })
  return version
}

const createComputing = (catalogue: OriginsCatalogue, knowledge: Knowledge) => {
  const passagesOf = async (
    article: ArticleRecord,
    version: Version,
  ): Promise<ArticleSupport['passages']> => {
    const { claims } = catalogue.bearingOn(article.id)
    return passagesSupport(statedByPassage(version, article.citations, claims), knowledge, createPauses())
  }
  const at = async (places: readonly PassagePlace[]): Promise<PlacedGroups[]> => {
    const pause = createPauses()
    const found: PlacedGroups[] = []
    const labels = new Map<Id, Set<string>>()
    for (const { articleId, passage } of places)
      labels.set(articleId, (labels.get(articleId) ?? new Set()).add(passage))
    for (const [articleId, wanted] of labels) {
      const article = catalogue.record(articleId)
      if (article?.kind !== 'article') continue
      const { claims } = catalogue.bearingOn(articleId)
      for (const one of statedByPassage(currentVersion(article), article.citations, claims))
        if (wanted.has(one.passage.label)) {
          const groups = await originsBehind(one.stated, knowledge, pause)
          found.push({ articleId, passage: one.passage.label, groups })
        }
      await pause()
    }
    return found
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
  return { passagesOf, at, sameTextAs }
}

export const createOrigins = (catalogue: OriginsCatalogue): Origins => {
  const known: KnownRecords = {
    record: catalogue.record,
    revision: catalogue.revision,
    publishers: createPublishers(catalogue),
    signature: catalogue.duplicates.signature,
  }
  const knowledge = createKnowledge(known)
  const { passagesOf, at, sameTextAs } = createComputing(catalogue, knowledge)
  const articles = createHeld<Promise<ArticleSupport>>(catalogue.revision, mostArticles)
  const claims = createHeld<Promise<OriginGroups>>(catalogue.revision, mostClaims)

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
    support: (articleId, versionId) =>
      articles(`${articleId} ${versionId ?? ''}`, () => compute(articleId, versionId)),
    ofClaim: (claim) =>
      claims(claim.id, () =>
        originsBehind(statedByClaim(claim, knowledge.citedAt), knowledge, createPauses()),
      ),
    at,
    list: createSupportLists(catalogue, {
      knowledgeAt: (revision) => createKnowledge({ ...known, revision: () => revision }),
    }),
  }
}
