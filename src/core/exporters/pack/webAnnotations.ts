import type { Version } from '#shared/model/article'
import type { Citation } from '#shared/model/citation'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import { textAfter, textBefore } from '../../quotes/textAround'
import { readVersionText } from '../../quotes/versionText'
import { textFileName } from './articleFiles'
import { articleFolder } from './packNames'
import { readableJson } from './readableJson'

const readVersion = (article: ArticleRecord, version: Version) => {
  const text = readVersionText(version)
  return {
    source: `../${articleFolder(article).slice('data/'.length)}/${textFileName(article, version)}`,
    lines: new Map(text.lines.map((line) => [line.label, line])),
    text,
  }
}

/** Where each citation of an article stands in article.txt, by place and by quotation (Web Annotation Data Model, 4.2). */
const createSelectors = (article: ArticleRecord) => {
  const read = new Map(article.versions.map((version) => [version.id, readVersion(article, version)]))
  return (citation: Citation) => {
    const found = read.get(citation.versionId)
    const line = found?.lines.get(citation.passage)
    if (!found || !line) return undefined
    const { source, text } = found
    const unit = text.startOf(line)
    return {
      source,
      selector: [
        { type: 'TextPositionSelector', start: line.start, end: line.end },
        {
          type: 'TextQuoteSelector',
          exact: line.text,
          prefix: textBefore(text.text, unit),
          suffix: textAfter(text.text, unit + line.text.length),
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
