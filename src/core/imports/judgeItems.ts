import type { PlanEntry } from '#shared/contract/work'
import { CuttingsError } from '#shared/errors'
import type { ParsedItem, ParsedTable } from '#shared/model/parsed'
import type { Sha256 } from '#shared/model/scalars'
import { textSignature } from '../likeness/fingerprintsOf'
import { titleOfParsed } from '../records/titleOf'
import type { Bench } from './bench'
import { countsOfParsed, type Brings } from './countsOf'
import { isParsedRecord } from './isParsedRecord'
import { judgeUnread, knownOf, type Judgement } from './judgement'
import { standingOf, type Standing } from './standing'
import { keptFileOf, picturePlaces, type Subject } from './subject'
import type { JudgedEntry, KeptFile } from './types'

/** From this share of common wording on two texts are shown as alike. */
export const alike = 0.8

/** Alike texts that are named. */
const mostNamed = 3

export interface Parsed {
  readonly importer: string
  readonly mediaType: string
  readonly items: readonly ParsedItem[]
}

const namesNew = (items: readonly ParsedItem[], { archive, newNames }: Bench): number => {
  const before = newNames.size
  const names = items.flatMap((item) => {
    if (item.kind === 'article') return item.sourceLines.flatMap((line) => line.cites.map(({ name }) => name))
    if (item.kind === 'reference') return item.source ? [item.source.name] : []
    return item.kind === 'source' ? [item.name] : []
  })
  for (const name of names) if (!archive.catalogue.sourceNamed(name)) newNames.add(name)
  return newNames.size - before
}

const similarTo = (items: readonly ParsedItem[], { archive }: Bench): PlanEntry['similar'] => {
  const [item] = items
  if (item?.kind !== 'article' || items.length > 1) return undefined
  const signature = textSignature(item.passages)
  const found = signature ? archive.catalogue.articlesLike(signature, alike) : []
  return found.length > 0 ? found.slice(0, mostNamed) : undefined
}

const versionOf = (standings: readonly Standing[]): Pick<JudgedEntry, 'outcome' | 'versionOf'> => {
  const [only] = standings
  if (standings.length !== 1 || only?.as !== 'version') return { outcome: 'add' }
  const { id, headline } = only.of
  return { outcome: 'version', versionOf: { id, title: headline } }
}

const bringsOf = (items: readonly ParsedItem[], standings: readonly Standing[], bench: Bench): Brings => {
  const fresh = items.filter((_, at) => standings[at]?.as !== 'held')
  const count = (kind: ParsedItem['kind']): number => fresh.filter((item) => item.kind === kind).length
  return {
    articles: count('article') - standings.filter(({ as }) => as === 'version').length,
    versions: standings.filter(({ as }) => as === 'version').length,
    photos: count('photo'),
    references: count('reference'),
    newSources: namesNew(fresh, bench),
  }
}

/** The pictures that slots show, as far as they were judged: those inside came before, those beside in their order. */
const picturesOf = (
  items: readonly ParsedItem[],
  { place }: Subject,
  { places }: Bench,
): ReadonlyMap<string, Sha256> => {
  const pictures = new Map<string, Sha256>()
  for (const item of items)
    for (const { picture } of item.kind === 'article' ? item.slots : []) {
      if (picture === undefined) continue
      const [found] = picturePlaces(place, picture).flatMap((one) => places.get(one) ?? [])
      if (found !== undefined) pictures.set(picture, found)
    }
  return pictures
}

const sidecarOf = (subject: Subject): KeptFile | undefined => {
  const [companion] = subject.companions
  if (!companion) return undefined
  return { ...keptFileOf(subject, companion.staged, 'application/rdf+xml'), rawName: companion.rawName }
}

/** Says what the records of one file would become. */
export const judgeItems = async (
  subject: Subject,
  { importer, mediaType, items }: Parsed,
  bench: Bench,
): Promise<Judgement> => {
  const { name } = subject
  const records = items.filter(isParsedRecord)
  const table = items.find((item): item is ParsedTable => item.kind === 'table')
  const [first] = records
  if (!first) {
    const error = new CuttingsError('damaged-file', { reason: 'there is nothing in it to read' }).toReport()
    return judgeUnread(subject, { error, mediaType }, bench)
  }
  const standings = records.map((item) => standingOf(item, bench.archive.catalogue))
  const title = titleOfParsed(first)
  const [held] = standings
  if (held?.as === 'held' && standings.every(({ as }) => as === 'held'))
    return {
      judged: {
        entry: {
          ...knownOf(subject),
          name,
          format: importer,
          ...(title === undefined ? {} : { title }),
          outcome: 'duplicate',
          id: held.id,
        },
        form: 'none',
      },
    }
  const similar = held?.as === 'new' ? similarTo(records, bench) : undefined
  const entry: JudgedEntry = {
    ...knownOf(subject),
    name,
    format: importer,
    ...versionOf(standings),
    ...(title === undefined ? {} : { title }),
    records: records.length,
    counts: countsOfParsed(records),
    doubts: records.reduce((all, item) => all + ('doubts' in item ? (item.doubts?.length ?? 0) : 0), 0),
    ...(similar ? { similar } : {}),
    ...(table ? { table: true } : {}),
  }
  const sidecar = sidecarOf(subject)
  const file = {
    ...keptFileOf(subject, subject.staged, mediaType),
    shelved: await bench.shelf.put(items),
    pictures: picturesOf(records, subject, bench),
    ...(sidecar ? { sidecar } : {}),
  }
  return { judged: { entry, form: 'file', file }, brings: bringsOf(records, standings, bench) }
}
