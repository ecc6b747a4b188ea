import type { ArticleRecord } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import type { Id } from '#shared/model/scalars'
import type { CatalogueReader } from '../store/types'
import { tellingWords } from './aboutTheSame'
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

/** Reads articles for what they are about and whose they are; the last ones stay read until something changes. */
export const createTexts = (
  catalogue: Pick<CatalogueReader, 'record' | 'revision'>,
): ((id: Id) => ToldText | undefined) => {
  const held = new Map<Id, ToldText>()
  let heldAt = -1
  return (id) => {
    const revision = catalogue.revision()
    if (revision !== heldAt) held.clear()
    heldAt = revision
    const known = held.get(id)
    if (known) return known
    const record = catalogue.record(id)
    if (record?.kind !== 'article') return undefined
    const texts = currentVersion(record).passages.map(({ text }) => text)
    const told = { words: tellingWords(texts.join('\n')), credits: creditsOfArticle(record) }
    const [oldest] = held.keys()
    if (held.size >= most && oldest !== undefined) held.delete(oldest)
    held.set(id, told)
    return told
  }
}
