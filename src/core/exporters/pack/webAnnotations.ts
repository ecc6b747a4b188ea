import type { Citation } from '#shared/model/citation'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import { textLines } from './articleText'
import { textFileName } from './articleFiles'
import { articleFolder } from './packNames'
import { readableJson } from './readableJson'

const aroundQuote = 32

/** Where a citation's passage stands in article.txt, by place and by quotation (Web Annotation Data Model, 4.2). */
const selectorsOf = (citation: Citation, article: ArticleRecord) => {
  const version = article.versions.find((each) => each.id === citation.versionId)
  if (!version) return undefined
  const lines = textLines(version)
  const line = lines.find((each) => each.label === citation.passage)
  if (!line) return undefined
  const characters = Array.from(lines.map((each) => `${each.text}\n`).join(''))
  return {
    source: `../${articleFolder(article).slice('data/'.length)}/${textFileName(article, version)}`,
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
    items: records.articles.flatMap((article) =>
      article.citations.map((citation) => ({
        id: `urn:uuid:${citation.id}`,
        type: 'Annotation',
        motivation: 'linking',
        body: bodiesOf(citation),
        target: selectorsOf(citation, article) ?? { source: `urn:uuid:${article.id}` },
      })),
    ),
  })
