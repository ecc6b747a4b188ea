import { createPauses } from '#core/jobs/createPauses'
import { recordsKnowledge } from '#core/origins/recordsKnowledge'
import { byId } from '#core/records/byId'
import type { PreflightReport } from '#shared/contract/preflight'
import type { Original } from '#shared/model/original'
import type { RecordSet } from '#shared/model/records'
import type { Event } from '#shared/model/event'
import type { LeftOut, PackProfileName } from '#shared/packProfiles'
import { preflightFiles } from '../preflight/preflightFiles'
import { articleFiles, type ArticleFilesContext } from './articleFiles'
import { bibliographyFiles, type BibliographyOptions } from './bibliographyFiles'
import { citationFiles, citedItems } from './citationFiles'
import { sortedBy } from './compareText'
import { countPack } from './countPack'
import { custodyLines, packEvents } from './custodyLines'
import { frontPage } from './frontPage'
import { extensionOf } from './originalNames'
import { originalFile, textFile, type PackFile } from './packFile'
import { packTitle } from './packNames'
import { photoFiles, photoNames } from './photoFiles'
import { readableJson } from './readableJson'
import { crateFile, roCrate } from './roCrate'
import { sourceTable } from './sourceTable'
import { storySupport } from './storySupport'

/** Where each kind of record stands in a pack; `readRecords` finds them by the same names. */
export const recordFiles = {
  photos: 'data/photos/photos.json',
  references: 'data/citations/references.json',
  sources: 'data/sources/sources.json',
  originals: 'data/originals/originals.json',
  claims: 'data/claims/claims.json',
  notes: 'data/claims/notes.json',
  events: 'data/checks/custody.jsonl',
} as const

export interface PayloadOptions extends BibliographyOptions {
  readonly date: string
  readonly identifier: string
  readonly agent: string
  readonly profile: PackProfileName
  readonly leftOut?: LeftOut
  readonly preflight?: PreflightReport
}

/** Originals that no article or photo of the pack stands for, such as the mail that an attachment came in. */
const otherOriginals = (originals: readonly Original[], placed: readonly PackFile[]): PackFile[] => {
  const held = new Set(
    placed.flatMap(({ content }) => (content.kind === 'original' ? [content.original.sha256] : [])),
  )
  return originals
    .filter((original) => !held.has(original.sha256))
    .map((original) =>
      originalFile(
        `data/originals/${original.sha256.slice(0, 32)}.${extensionOf(original.mediaType)}`,
        'Original: the bytes as they came',
        original,
      ),
    )
}

/** Files are measured as they are listed: between two of them others have their turn. */
const listFiles = async (
  makers: Iterable<() => readonly PackFile[] | Promise<readonly PackFile[]>>,
  signal: AbortSignal | undefined,
): Promise<PackFile[]> => {
  const pause = createPauses(signal)
  const files: PackFile[] = []
  for (const make of makers) {
    files.push(...(await make()))
    await pause()
  }
  return files
}

/** A fact-checking desk gets every story annotated, others those of which something is claimed. */
const createSupport = (
  records: RecordSet,
  { profile, signal }: Pick<PayloadOptions, 'profile' | 'signal'>,
): ArticleFilesContext['supportOf'] => {
  const pause = createPauses(signal)
  const knowledge = recordsKnowledge(records)
  return async (article, claims) =>
    profile === 'fact-check' || claims.length > 0
      ? storySupport(article, claims, knowledge, pause)
      : undefined
}

const placedFiles = (
  records: RecordSet,
  originals: ReadonlyMap<string, Original>,
  options: Pick<PayloadOptions, 'profile' | 'signal'>,
): Promise<PackFile[]> => {
  const names = photoNames(records.photos, originals)
  const context = {
    sources: byId(records.sources),
    references: byId(records.references),
    articles: byId(records.articles),
    items: byId<RecordSet['photos'][number] | RecordSet['references'][number]>([
      ...records.photos,
      ...records.references,
    ]),
    claims: records.claims,
    supportOf: createSupport(records, options),
    originals,
    photos: byId(records.photos),
    photoNames: names,
  }
  const makers = records.articles.map((article) => () => articleFiles(article, context))
  return listFiles([...makers, () => photoFiles(records.photos, originals)], options.signal)
}

/** Absent where there are none, so that a pack without them is what it always was. */
const statedFiles = ({ claims, notes }: RecordSet): PackFile[] => [
  ...(claims.length === 0
    ? []
    : [
        textFile(recordFiles.claims, 'application/json', 'Claims, their evidence and their checks', () =>
          readableJson(claims),
        ),
      ]),
  ...(notes.length === 0
    ? []
    : [textFile(recordFiles.notes, 'application/json', 'Notes', () => readableJson(notes))]),
]

const recordTables = (records: RecordSet, events: readonly Event[]) => [
  () => statedFiles(records),
  () => [
    textFile(recordFiles.sources, 'application/json', 'Sources: the full records', () =>
      readableJson(records.sources),
    ),
    textFile('data/sources/sources.csv', 'text/csv', 'Sources: a table', () => sourceTable(records)),
  ],
  () => [
    textFile(
      recordFiles.originals,
      'application/json',
      'Originals: sizes, types and names as they came',
      () => readableJson(records.originals),
    ),
  ],
  () => [
    textFile(recordFiles.events, 'application/jsonl', 'The history of each record', () =>
      custodyLines(packEvents(events, records)),
    ),
  ],
]

const contentFiles = async (
  records: RecordSet,
  events: readonly Event[],
  options: PayloadOptions,
): Promise<PackFile[]> => {
  const { identifier, signal, preflight } = options
  const originals = new Map(records.originals.map((original) => [original.sha256, original]))
  const placed = await placedFiles(records, originals, options)
  const items = citedItems(records)
  return [
    ...placed,
    ...otherOriginals(records.originals, placed),
    ...(await listFiles(citationFiles(records, items, identifier), signal)),
    ...(await bibliographyFiles(items, options)),
    ...(await listFiles(recordTables(records, events), signal)),
    ...(preflight ? preflightFiles(preflight, records) : []),
  ]
}

/** Every file of the payload, sorted by path. `records` are sorted already (`sortedRecords`). */
export const payloadFiles = async (
  records: RecordSet,
  events: readonly Event[],
  options: PayloadOptions,
): Promise<PackFile[]> => {
  const bytes = new Map(records.originals.map((original) => [original.sha256, original.bytes]))
  const counts = countPack(records, (sha256) => bytes.get(sha256) ?? 0)
  const content = sortedBy(await contentFiles(records, events, options), (file) => file.path)
  const front = textFile('data/index.html', 'text/html', 'The front page of this pack', () =>
    frontPage({ records, counts, files: content, ...options }),
  )
  const files = sortedBy([...content, front], (file) => file.path)
  const crate = textFile(`data/${crateFile}`, 'application/ld+json', 'What everything in this pack is', () =>
    roCrate({ title: packTitle(records), records, files, ...options }),
  )
  return sortedBy([...files, crate], (file) => file.path)
}
