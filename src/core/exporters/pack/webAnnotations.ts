import type { Version } from '#shared/model/article'
import type { Citation } from '#shared/model/citation'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import { textLines } from './articleText'
import { textFileName } from './articleFiles'
import { articleFolder } from './packNames'
import { readableJson } from './readableJson'

const aroundQuote = 32

const readVersion = (article: ArticleRecord, version: Version) => {
  const lines = textLines(version)
  return {
    source: `../${articleFolder(article).slice('data/'.length)}/${textFileName(article, version)}`,
    lines: new Map(lines.map((line) => [line.label, line])),
    characters: Array.from(lines.map((line) => `${line.text}\n`).join('')),
  }
}

/** Where each citation of an article stands in article.txt, by place and by quotation (Web Annotation Data Model, 4.2). */
const createSelectors = (article: ArticleRecord) => {
  const read = new Map(article.versions.map((version) => [version.id, readVersion(article, version)]))
  return (citation: Citation) => {
    const text = read.get(citation.versionId)
    const line = text?.lines.get(citation.passage)
    if (!text || !line) return undefined
    const { source, characters } = text
    return {
      source,
      selector: [
        { type: 'TextPositionSelector', start: line.start, end: line.end },
        {
          type: 'TextQuoteSelector',
          exact: line.text,
          prefix: characters.slice(Math.max(0, line.start - aroundQuote), line.start).join(''),
          suffix: characters.slice(line.end, line.end + aroundQuote).join(''),
        },
      ],
    }
  }
}

const bodiesOf = (citation: Citation) => [
  ...[citation.sourceId, citation.referenceId].flatMap((id) =>
    id === undefined ? [] : [{ type: 'SpecificResource', source: `urn:uuid:${id}`, purpose: 'linking' }],
  ),
  { type: 'TextualBody', value: citation.literal, format: 'text/plain', purpose: 'describing' },
]

/** citations.jsonld: each citation as a W3C Web Annotation from the passage to what it cites. */
export const webAnnotations = (records: RecordSet, identifier: string): string =>
  readableJson({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${identifier}#citations`,
    type: 'AnnotationPage',
    items: records.articles.flatMap((article) => {
      const selectorsOf = createSelectors(article)
      return article.citations.map((citation) => ({
        id: `urn:uuid:${citation.id}`,
        type: 'Annotation',
        motivation: 'linking',
        body: bodiesOf(citation),
        target: selectorsOf(citation) ?? { source: `urn:uuid:${article.id}` },
      }))
    }),
  })
