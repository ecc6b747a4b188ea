import type { Source } from '#shared/model/citation'
import type { AnyRecord, ArticleRecord } from '#shared/model/records'
import { plainLine } from './plainText'
import { currentVersion, supportOf, type Support } from '#shared/model/support'

const supportText = (support: Support | undefined, names: ReadonlyMap<string, string>): string => {
  if (!support || support.basis === 'none') return ''
  const cited = [...new Set(support.citationIds.map((id) => names.get(id)))].filter(Boolean).join(', ')
  return `  [${support.basis}: ${cited}]`
}

const articleText = (article: ArticleRecord, sources: readonly Source[]): string => {
  const version = currentVersion(article)
  const support = supportOf(version, article.citations)
  const sourceNames = new Map(sources.map((source) => [source.id, source.name]))
  const names = new Map(
    article.citations.map(({ id, sourceId, literal }) => [id, sourceNames.get(sourceId ?? '') ?? literal]),
  )
  const origin = [article.byline, article.publisher, article.published?.literal ?? article.published?.edtf]
  const head = [article.headline, origin.filter(Boolean).join(' · '), article.id]
    .filter(Boolean)
    .map(plainLine)
  const passages = version.passages.map(
    ({ label, text }) => `${label.padStart(4)}  ${plainLine(text)}${supportText(support.get(label), names)}`,
  )
  const held = version.slots.filter((slot) => slot.photoId !== undefined).length
  const slots = version.slots.length > 0 ? [`${version.slots.length} photo slots, ${held} held`] : []
  return [...head, '', ...passages, '', ...slots].join('\n').trimEnd()
}

/** A record for people: an article as it is read, with what each passage rests on; others with all their fields. */
export const recordText = (record: AnyRecord, sources: readonly Source[]): string =>
  record.kind === 'article' ? articleText(record, sources) : JSON.stringify(record, undefined, 2)
