import type { AnyRecord, ArticleRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import type { ChainFault } from '../records/digest'
import { checkChain } from '../records/digest'
import { titleOf } from '../records/titleOf'
import type { CatalogueReader } from '../store/types'
import type { Finding } from './finding'

type Reader = Pick<CatalogueReader, 'record' | 'withdrawn' | 'events'>

const place = 'catalogue.sqlite'

/** A record's chain of custody, the local events beside it, and all that the record points at. */
export const checkRecord = (catalogue: Reader, id: Id): Finding[] => {
  const record = catalogue.record(id) ?? catalogue.withdrawn(id)
  if (!record)
    return [
      {
        name: place,
        id,
        code: 'missing',
        message: `The record ${id} has a chain of custody but is not there.`,
      },
    ]
  const subject = { name: place, id, title: titleOf(record) }
  return [
    ...custodyFaults(catalogue, id, record).map((message) => ({
      ...subject,
      code: 'custody' as const,
      message,
    })),
    ...danglingIn(catalogue, record).map((message) => ({ ...subject, code: 'dangling' as const, message })),
  ]
}

const faultWords: Readonly<Record<ChainFault['fault'], string>> = {
  order: 'an event is missing before event',
  previous: 'the event before was changed, as said by event',
  digest: 'the record is not as it was after event',
}

const custodyFaults = (catalogue: Reader, id: Id, record: AnyRecord): string[] => {
  const events = catalogue.events(id, { local: true })
  const chain = (local: boolean) =>
    events.filter((event) => event.local === local).map(({ local: _local, ...event }) => event)
  const faults = [checkChain(chain(false), record), checkChain(chain(true))]
  return faults.flatMap((fault) =>
    fault ? [`The chain of custody is broken: ${faultWords[fault.fault]} ${fault.sequence}.`] : [],
  )
}

const danglingIn = (catalogue: Reader, record: AnyRecord): string[] => {
  const missing = (id: Id | undefined, kind: AnyRecord['kind'], what: string): string[] =>
    id === undefined || catalogue.record(id)?.kind === kind
      ? []
      : [`${what} leads to a ${kind} that is not there.`]
  if (record.kind === 'reference') return missing(record.sourceId, 'source', 'The reference')
  if (record.kind !== 'article') return []
  return [
    ...missing(record.basedOn, 'reference', 'The article'),
    ...record.citations.flatMap((citation) => [
      ...missing(citation.sourceId, 'source', `The citation "${citation.literal}"`),
      ...missing(citation.referenceId, 'reference', `The citation "${citation.literal}"`),
    ]),
    ...record.versions.flatMap((version) =>
      version.slots.flatMap((slot) => missing(slot.photoId, 'photo', `Photo slot ${slot.number}`)),
    ),
    ...placesIn(record),
  ]
}

/** Citations on passages, and source lines with citations, that their version has not. */
const placesIn = (article: ArticleRecord): string[] => {
  const labels = new Map(
    article.versions.map((version) => [
      version.id,
      new Set(version.passages.map((passage) => passage.label)),
    ]),
  )
  const ids = new Set(article.citations.map((citation) => citation.id))
  return [
    ...article.citations
      .filter((citation) => !labels.get(citation.versionId)?.has(citation.passage))
      .map(
        (citation) =>
          `The citation "${citation.literal}" is on passage ${citation.passage}, which is not there.`,
      ),
    ...article.versions
      .flatMap((version) => version.sourceLines)
      .filter((line) => line.citationIds.some((id) => !ids.has(id)))
      .map((line) => `The source line after passage ${line.after} names a citation that is not there.`),
  ]
}
