import { readFile, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { CuttingsError, refusalCodes, type ErrorCode, type ErrorReport } from '#shared/errors'
import type { ParsedArticle } from '#shared/model/parsed'
import type { Sha256 } from '#shared/model/scalars'
import type { Parser } from '../parsing/types'
import type { Archive, StagedFile } from '../store/types'
import { countsOfParsed, type Brings } from './countsOf'
import type { Shelf } from './createShelf'
import type { FoundFile, Judged, JudgedEntry } from './types'

/** What files are judged by, for one plan. */
export interface Bench {
  readonly archive: Archive
  readonly parser: Parser
  /** Staging folder of the plan. */
  readonly folder: string
  readonly shelf: Shelf
  readonly keepUnreadable: boolean
  /** Bytes beyond which no format is read. */
  readonly largest: number
  readonly signal: AbortSignal
  /** Hashes of what this plan makes or keeps already. */
  readonly seen: Set<Sha256>
  /** Names of sources that this plan is the first to bring. */
  readonly newNames: Set<string>
}

export interface Judgement {
  readonly judged: Judged
  readonly brings?: Brings
}

const refusals: ReadonlySet<ErrorCode> = new Set(refusalCodes)

/** The report of what only concerns one file; anything else goes on being thrown. */
export const refusalOf = (error: unknown): ErrorReport => {
  if (error instanceof CuttingsError && refusals.has(error.code)) return error.toReport()
  throw error
}

export const refuse = (name: string, error: ErrorReport, known: Partial<JudgedEntry> = {}): Judgement => ({
  judged: { entry: { bytes: 0, ...known, name, outcome: 'refuse', error }, form: 'none' },
})

const namesNew = (items: readonly ParsedArticle[], { archive, newNames }: Bench): number => {
  const before = newNames.size
  for (const cite of items.flatMap((item) => item.sourceLines.flatMap((line) => line.cites)))
    if (!archive.catalogue.sourceNamed(cite.name)) newNames.add(cite.name)
  return newNames.size - before
}

const judgeDuplicate = (name: string, staged: StagedFile, bench: Bench): Judgement | undefined => {
  const [held] = bench.archive.catalogue.itemsOf(staged.sha256)
  if (held === undefined && !bench.seen.has(staged.sha256)) return undefined
  const entry = { name, bytes: staged.bytes, sha256: staged.sha256, outcome: 'duplicate' } as const
  return { judged: { entry: held === undefined ? entry : { ...entry, id: held }, form: 'none' } }
}

const judgeUnread = (
  file: FoundFile,
  staged: StagedFile,
  unread: { readonly error: ErrorReport; readonly mediaType: string },
  bench: Bench,
): Judgement => {
  const known = { bytes: staged.bytes, sha256: staged.sha256 }
  if (!bench.keepUnreadable) return refuse(file.name, unread.error, known)
  if (bench.archive.catalogue.original(staged.sha256))
    return { judged: { entry: { ...known, name: file.name, outcome: 'duplicate' }, form: 'none' } }
  const kept = { path: file.path, rawName: basename(file.path), staged, mediaType: unread.mediaType }
  const entry = { ...known, name: file.name, outcome: 'keep', error: unread.error } as const
  return { judged: { entry, form: 'kept', file: kept } }
}

const judgeStaged = async (file: FoundFile, staged: StagedFile, bench: Bench): Promise<Judgement> => {
  const { name, path } = file
  const known = { bytes: staged.bytes, sha256: staged.sha256 }
  if (staged.bytes === 0) return refuse(name, new CuttingsError('empty').toReport(), known)
  const duplicate = judgeDuplicate(name, staged, bench)
  if (duplicate) return duplicate
  if (staged.bytes > bench.largest) {
    const details = { bytes: staged.bytes, format: 'any format', limit: bench.largest }
    const error = new CuttingsError('too-large', details).toReport()
    return judgeUnread(file, staged, { error, mediaType: 'application/octet-stream' }, bench)
  }
  const parsed = await bench.parser.parse(basename(path), await readFile(staged.path), bench.signal)
  if (parsed.type === 'refused') return judgeUnread(file, staged, parsed, bench)
  const { items, importer, mediaType } = parsed
  const [first] = items
  if (!first) {
    const error = new CuttingsError('damaged-file', { reason: 'there is nothing in it to read' }).toReport()
    return judgeUnread(file, staged, { error, mediaType }, bench)
  }
  const entry: JudgedEntry = {
    ...known,
    name,
    format: importer,
    outcome: 'add',
    title: first.fields.headline,
    counts: countsOfParsed(items),
    doubts: items.reduce((all, item) => all + item.doubts.length, 0),
  }
  const shelved = await bench.shelf.put(items)
  const kept = { path, rawName: basename(path), staged, mediaType }
  return {
    judged: { entry, form: 'file', file: { ...kept, shelved } },
    brings: { articles: items.length, photos: 0, references: 0, newSources: namesNew(items, bench) },
  }
}

/** Stages a file of the user's and says what would become of it. Only what ends the whole job is thrown. */
export const judgeFile = async (file: FoundFile, bench: Bench): Promise<Judgement> => {
  let staged: StagedFile
  try {
    staged = await bench.archive.originals.stage(file.path, bench.folder, {
      signal: bench.signal,
      ...(bench.keepUnreadable ? {} : { limit: bench.largest }),
    })
  } catch (error) {
    return refuse(file.name, refusalOf(error))
  }
  const judgement = await judgeStaged(file, staged, bench)
  if (judgement.judged.form === 'none') await rm(staged.path, { force: true })
  else bench.seen.add(staged.sha256)
  return judgement
}
