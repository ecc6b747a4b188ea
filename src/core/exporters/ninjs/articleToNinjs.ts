import type { ArticleFields, Slot } from '#shared/model/article'
import { ninjsAssociation, type NinjsPicture } from './ninjsAssociation'
import { ninjsBody, ninjsSummaries, type NinjsText } from './ninjsBody'
import { ninjsTimes } from './ninjsTimes'
import { isUri, urnOf } from './ninjsUri'

/** One version of an article with what it says of itself. */
export interface NinjsArticle extends ArticleFields, NinjsText {
  readonly id: string
  /** Of the version, from 1. */
  readonly number: number
  readonly slots: readonly Slot[]
}

export interface NinjsContext {
  readonly citedSources: readonly { readonly id: string; readonly name: string }[]
  /** Said to whoever receives it, and not meant to be printed. */
  readonly remarks: readonly string[]
  readonly pictureOf: (slot: Slot) => NinjsPicture | undefined
}

const plain = (role: string, value: string) => ({ role, contentType: 'text/plain', value })

const named = (names: readonly string[] | undefined) => names?.map((name) => ({ name }))

/** What the publisher calls it and which page it is: as `uri` the one, as other ids the other, or both. */
const identifiers = ({ id, uri, url }: NinjsArticle) => {
  const isOwn = uri !== undefined && isUri(uri)
  const others = [
    ...(uri === undefined || isOwn ? [] : [{ role: 'uri', value: uri }]),
    ...(url === undefined ? [] : [{ role: 'url', value: url }]),
  ]
  return { uri: isOwn ? uri : urnOf(id), altIds: others.length > 0 ? others : undefined }
}

/** Who published it, where that was had from, and what the text cites: each name once. */
const infoSources = (article: NinjsArticle, { citedSources }: NinjsContext) => {
  const { publisher, infoSources: stated = [] } = article
  const cited = citedSources.filter(({ name }) => !stated.includes(name))
  const all = [
    ...(publisher === undefined ? [] : [{ name: publisher, role: 'publisher' }]),
    ...stated.map((name) => ({ name })),
    ...cited.map(({ id, name }) => ({ name, role: 'cited', uri: urnOf(id) })),
  ]
  return all.length > 0 ? all : undefined
}

/**
 * An article as a ninjs 3.1 item (IPTC News in JSON). What ninjs has no place for is not in it: where a picture stands in
 * the text, mail addresses, tags, older versions. A key that is undefined is absent once this is JSON.
 */
export const articleToNinjs = (article: NinjsArticle, context: NinjsContext): object => {
  const { firstCreated, versionCreated, words } = ninjsTimes(article, article.number > 1)
  const summaries = ninjsSummaries(article)
  const body = ninjsBody(article)
  const note = [...context.remarks, ...words].join(' ')
  return {
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
    },
    ...identifiers(article),
    type: 'text',
    representationType: 'full',
    version: String(article.number),
    firstCreated,
    versionCreated,
    pubStatus: article.pubStatus,
    language: article.language,
    by: article.byline,
    located: article.dateline,
    copyrightNotice: article.copyrightNotice,
    edNote: note === '' ? undefined : note,
    headlines: [plain('main', article.headline)],
    descriptions: summaries.length > 0 ? summaries.map((text) => plain('summary', text)) : undefined,
    bodies: body === '' ? undefined : [{ role: 'main', contentType: 'application/xhtml+xml', value: body }],
    people: named(article.persons),
    places: named(article.places),
    subjects: named(article.keywords),
    infoSources: infoSources(article, context),
    associations:
      article.slots.length > 0
        ? article.slots.map((slot) => ninjsAssociation(slot, article.id, context.pictureOf(slot)))
        : undefined,
  }
}
