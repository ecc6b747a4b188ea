import type { AnyRecord, ArticleRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import type { ChainFault } from '../records/digest'
import { checkChain } from '../records/digest'
import { isRecordDamage } from '../store/catalogue/parseStored'
import type { CatalogueReader } from '../store/types'
import type { Finding } from './finding'
import { recordSubject } from './recordSubject'

type Reader = Pick<CatalogueReader, 'record' | 'withdrawn' | 'events' | 'isIntact' | 'nameOf'>

/** Undefined where its bytes are no record any more. */
const readable = (catalogue: Reader, id: Id): { readonly record: AnyRecord | undefined } | undefined => {
  try {
    return { record: catalogue.record(id) ?? catalogue.withdrawn(id) }
  } catch (error) {
    if (isRecordDamage(error)) return undefined
    throw error
  }
}

/**
 * A record's chain of custody, the local events beside it, and all that the record points at: of one that is not as it was
 * saved, nothing more is asked, since whatever it says may be the damage.
 */
export const checkRecord = (catalogue: Reader, id: Id): Finding[] => {
  const subject = recordSubject(catalogue, id)
  const read = readable(catalogue, id)
  if (!read) {
    const message =
      'The record is damaged: its bytes in the catalogue are not those that were saved. Put it back: cuttings repair, or under Verify.'
    return [{ ...subject, code: 'damaged', message }]
  }
  const { record } = read
  if (!record) {
    const message = `The record ${id} has a chain of custody but is not there.`
    return [{ ...subject, code: 'missing', message }]
  }
  const custody = custodyFaults(catalogue, id, record)
  const isIntact = custody.length === 0 || catalogue.isIntact(id)
  const dangling = isIntact ? danglingIn(catalogue, record) : []
  return [
    ...custody.map((message) => ({ ...subject, code: 'custody' as const, message })),
    ...dangling.map((message) => ({ ...subject, code: 'dangling' as const, message })),
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
  const missing = (id: Id | undefined, kind: AnyRecord['kind'], what: string): string[] => {
    if (id === undefined) return []
    const read = readable(catalogue, id)
    // What is there and damaged is told of itself.
    return !read || read.record?.kind === kind ? [] : [`${what} leads to a ${kind} that is not there.`]
  }
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
