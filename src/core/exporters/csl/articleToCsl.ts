import type { ArticleType } from '#shared/model/article'
import type { ArticleRecord } from '#shared/model/records'
import type { CslDate, CslItem } from '#shared/model/reference'
import type { PartialDate } from '#shared/model/scalars'
import { edtfToCslDate } from '#shared/csl/edtfToCslDate'
import { itemOf } from './itemOf'

const types: Readonly<Record<ArticleType, string>> = {
  news: 'article-newspaper',
  page: 'webpage',
  document: 'document',
  mail: 'personal_communication',
  digest: 'document',
}

/** What is no date, such as a 13th month, stays in the words of the source. */
const dateOf = ({ edtf, literal }: PartialDate): CslDate =>
  edtfToCslDate(edtf) ?? { literal: literal ?? edtf }

/** A digest is a text of its own: it is not issued by the publisher of the work that it follows, and is no such article. */
const digestToCsl = (article: ArticleRecord): CslItem =>
  itemOf({
    id: article.id,
    type: types.digest,
    title: `${article.headline} [digest in own words]`,
    ...(article.publisher === undefined ? {} : { 'original-publisher': article.publisher }),
    ...(article.published === undefined ? {} : { 'original-date': dateOf(article.published) }),
    ...(article.language === undefined ? {} : { language: article.language }),
  })

/**
 * The article itself as something that can be cited. Only what the record states: a byline is one name as printed, since
 * which of its words is the family name is not known. What a digest is based on is a reference of its own.
 */
export const articleToCsl = (article: ArticleRecord): CslItem => {
  if (article.articleType === 'digest') return digestToCsl(article)
  const byline = article.byline?.replace(/^by\s+/iu, '').trim()
  const isPublished = article.articleType === 'news' || article.articleType === 'page'
  return itemOf({
    id: article.id,
    type: types[article.articleType],
    title: article.headline,
    ...(byline ? { author: [{ literal: byline }] } : {}),
    ...(article.publisher === undefined
      ? {}
      : { [isPublished ? 'container-title' : 'publisher']: article.publisher }),
    ...(article.published === undefined ? {} : { issued: dateOf(article.published) }),
    ...(article.language === undefined ? {} : { language: article.language }),
    ...(article.url === undefined ? {} : { URL: article.url }),
  })
}
