import type { Citable } from '#shared/contract/confirming'
import { CuttingsError } from '#shared/errors'
import type { Citation } from '#shared/model/citation'
import type { ArticleRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import type { PassageTarget } from '#shared/model/selector'
import { found } from '../store/found'
import { titleOf } from '../records/titleOf'
import type { Catalogue } from '../store/types'
import { cleanWords } from './cleanWords'
import type { Deeds } from './createDeeds'
import { mustFit } from './places'

export interface NewCitation {
  readonly target: PassageTarget
  readonly sourceId?: Id | undefined
  readonly referenceId?: Id | undefined
  readonly locator?: string | undefined
}

/** Citations by the user's own word, each an edit of its article. */
export interface Confirming {
  readonly citable: (words: string) => Citable[]
  readonly confirm: (made: NewCitation) => Citation
  readonly unconfirm: (id: Id) => void
  readonly reconfirm: (citation: Citation) => Citation
}

const most = 30

const citedRecord = (
  catalogue: Catalogue,
  { sourceId, referenceId }: Pick<NewCitation, 'sourceId' | 'referenceId'>,
) => {
  if (sourceId !== undefined && referenceId === undefined) return found(catalogue, 'source', sourceId)
  if (referenceId !== undefined && sourceId === undefined) return found(catalogue, 'reference', referenceId)
  throw new CuttingsError('bad-input', { reason: 'a source or a reference, one of them' })
}

export const createConfirming = (catalogue: Catalogue, { clock, store }: Deeds): Confirming => {
  const keep = (article: ArticleRecord, citations: Citation[]): void => {
    store({ ...article, citations }, 'edit')
  }
  const add = (citation: Citation): Citation => {
    const article = found(catalogue, 'article', citation.articleId)
    if (article.citations.some(({ id }) => id === citation.id))
      throw new CuttingsError('conflict', { title: citation.literal })
    keep(article, [...article.citations, citation])
    return citation
  }
  return {
    citable: (words) => catalogue.citables(words.trim(), most),
    confirm: ({ target, sourceId, referenceId, locator }) => {
      const cited = citedRecord(catalogue, { sourceId, referenceId })
      mustFit(catalogue, target)
      return add({
        id: clock.createId(),
        kind: 'citation',
        articleId: target.articleId,
        versionId: target.versionId,
        passage: target.passage,
        ...(cited.kind === 'source' ? { sourceId: cited.id } : { referenceId: cited.id }),
        literal: titleOf(cited),
        ...(locator === undefined ? {} : { locator: cleanWords(locator) }),
        origin: 'confirmed',
      })
    },
    unconfirm: (id) => {
      const citation = found(catalogue, 'citation', id)
      if (citation.origin !== 'confirmed')
        throw new CuttingsError('unavailable', { reason: 'what was printed stays as it was printed' })
      const article = found(catalogue, 'article', citation.articleId)
      keep(
        article,
        article.citations.filter((one) => one.id !== id),
      )
    },
    reconfirm: (citation) => {
      if (citation.origin !== 'confirmed')
        throw new CuttingsError('bad-input', { reason: 'only what the user confirmed comes back' })
      citedRecord(catalogue, citation)
      mustFit(catalogue, citation)
      return add(citation)
    },
  }
}
