import { itemKey, slugOf } from './itemKey'
import type { Article } from '#shared/model/article'
import type { Photo } from '#shared/model/photo'
import type { RecordSet } from '#shared/model/records'

/** Folder of an article, from the pack's folder. */
export const articleFolder = (article: Pick<Article, 'headline' | 'id'>): string =>
  `data/articles/${itemKey(article.headline, article.id, 'article')}`

export const photoTitle = (photo: Photo): string | undefined =>
  photo.fields['headline'] ?? photo.fields['title'] ?? photo.fields['objectName']

/** A pack's own name, `slug_2026-11-22`: the folder inside a zip, whatever the zip is called. */
export const packName = (
  records: Pick<RecordSet, 'articles' | 'photos' | 'references'>,
  date: string,
): string => {
  const [article] = records.articles
  const title = records.articles.length === 1 && article ? article.headline : 'cuttings'
  return `${slugOf(title, 'cuttings', 20)}_${date.slice(0, 10)}`
}

/** What a pack is called in its own texts. */
export const packTitle = (records: Pick<RecordSet, 'articles' | 'photos' | 'references'>): string => {
  const { articles, photos, references } = records
  const [article] = articles
  if (articles.length === 1 && article) return article.headline
  return articles.length > 1 ? `${articles.length} articles` : `${photos.length + references.length} items`
}
