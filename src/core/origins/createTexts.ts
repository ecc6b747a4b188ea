import type { ArticleRecord } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import type { Id } from '#shared/model/scalars'
import type { CatalogueReader } from '../store/types'
import { tellingWords } from './aboutTheSame'
import { createHeld } from './createHeld'
import { creditsOf, type Credit } from './findCredits'

/** What an archived text says of itself. */
export interface ToldText {
  readonly words: ReadonlySet<string>
  readonly credits: readonly Credit[]
}

/** Texts that are kept read. */
const most = 400

/** To whom an article credits itself. */
export const creditsOfArticle = (article: ArticleRecord): Credit[] => {
  const version = currentVersion(article)
  const stated = article.infoSources ?? []
  const texts = [article.dateline, article.byline, ...version.passages.map(({ text }) => text)]
  return creditsOf(
    texts.filter((text) => text !== undefined),
    stated,
  )
}

/** Words that say what an article is about. */
export const wordsOfArticle = (article: ArticleRecord): Set<string> =>
  tellingWords(
    currentVersion(article)
      .passages.map(({ text }) => text)
      .join('\n'),
  )

/** Reads articles for what they are about and whose they are; the last ones stay read until something changes. */
export const createTexts = (
  catalogue: Pick<CatalogueReader, 'record' | 'revision'>,
): ((id: Id) => ToldText | undefined) => {
  const held = createHeld<ToldText | undefined>(catalogue.revision, most)
  return (id) =>
    held(id, () => {
      const record = catalogue.record(id)
      if (record?.kind !== 'article') return undefined
      return { words: wordsOfArticle(record), credits: creditsOfArticle(record) }
    })
}
