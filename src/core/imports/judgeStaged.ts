import { open, readFile, rm } from 'node:fs/promises'
import { counted } from '#shared/counted'
import { CuttingsError, type ErrorReport } from '#shared/errors'
import type { ParsedUnreadable, TableMapping } from '#shared/model/parsed'
import { sourceOfFile } from '../parsing/byteSources'
import type { Parsed } from '../parsing/types'
import { digestOf } from '../records/digest'
import { displayName } from '../records/displayName'
import type { Bench } from './bench'
import { mostDeaths } from './deathList'
import { judgeItems } from './judgeItems'
import { judgeUnread, knownOf, refusalOf, refuse, remark, type Judgement, isRefusalCode } from './judgement'
import { mergedItem } from './mergedItem'
import { companionSubject, type Subject } from './subject'
import { createInnerFiles, type InnerFiles } from './takeInner'
import { innerLimits } from './innerSpace'

const unknownType = 'application/octet-stream'

const judgeDuplicate = (subject: Subject, { archive, seen }: Bench): Judgement | undefined => {
  const { name, staged } = subject
  const [held] = archive.catalogue.itemsOf(staged.sha256)
  const merged = held === undefined ? mergedItem(archive.catalogue, staged.sha256) : undefined
  const entry = { ...knownOf(subject), name, outcome: 'duplicate' } as const
  if (merged) return { judged: { entry: { ...entry, ...merged }, form: 'none' } }
  if (held === undefined && !seen.has(staged.sha256)) return undefined
  return { judged: { entry: held === undefined ? entry : { ...entry, id: held }, form: 'none' } }
}

const readStaged = async (
  subject: Subject,
  inner: InnerFiles,
  bench: Bench,
  mapping?: TableMapping,
): Promise<Parsed> => {
  const { rawName, staged, companions } = subject
  const file = await open(staged.path, 'r')
  try {
    return await bench.parser.parse(
      {
        name: rawName,
        source: sourceOfFile(file, staged.bytes),
        companions: await Promise.all(
          companions.map(async (one) => ({ name: one.rawName, bytes: await readFile(one.staged.path) })),
        ),
        task: { do: 'import', mapping },
        onInner: inner.take,
      },
      bench.signal,
    )
  } finally {
    await file.close()
  }
}

/** How a table with these heads was read when the user last corrected it, where that is not how it was read now. */
const rememberedMapping = (parsed: Parsed, { archive }: Bench): TableMapping | undefined => {
  const table = parsed.type === 'parsed' ? parsed.items.find((item) => item.kind === 'table') : undefined
  const mapping = table && archive.catalogue.mappingOf(table.columns)
  return mapping && digestOf(mapping) !== digestOf(table.mapping) ? mapping : undefined
}

/** Reads the file; what concerns it alone becomes a refusal, and what came out of it until then goes. */
const readOrRefuse = async (subject: Subject, inner: InnerFiles, bench: Bench): Promise<Parsed> => {
  const times = await bench.deaths.timesOf(subject.staged.sha256)
  if (times >= mostDeaths) {
    const error = new CuttingsError('not-parseable', { times }).toReport()
    return { type: 'refused', mediaType: unknownType, error }
  }
  let parsed: Parsed
  try {
    parsed = await readStaged(subject, inner, bench)
    const mapping = rememberedMapping(parsed, bench)
    if (mapping) parsed = await readStaged(subject, inner, bench, mapping)
  } catch (error) {
    parsed = { type: 'refused', mediaType: unknownType, error: refusalOf(error) }
  }
  if (parsed.type === 'refused') {
    await inner.discard()
    await bench.deaths.note(subject.staged.sha256, parsed.error.code)
  }
  return parsed
}

const unreadableReport = ({ code, details }: ParsedUnreadable): ErrorReport =>
  new CuttingsError(isRefusalCode(code) ? code : 'damaged-file', details).toReport()

interface ReadSubject {
  readonly subject: Subject
  readonly parsed: Extract<Parsed, { type: 'parsed' }>
  readonly inner: InnerFiles
}

const tooDeep = (): ErrorReport =>
  new CuttingsError('limit', { what: 'files inside each other', most: innerLimits.depth }).toReport()

/** What is said of a container beside the files that were in it. What could not be taken out of it may be wanted yet. */
const judgeContainer = ({ subject, parsed, inner }: ReadSubject, bench: Bench): Judgement => {
  const unreadable = parsed.items.filter((item) => item.kind === 'unreadable')
  const count = inner.count() + unreadable.length
  const [first] = unreadable
  const deep = inner.tooDeep().length > 0 ? tooDeep() : undefined
  const error = parsed.error ?? deep ?? (bench.keepUnreadable && first ? unreadableReport(first) : undefined)
  if (error) return judgeUnread(subject, { error, mediaType: parsed.mediaType }, bench)
  return remark(subject.name, `Opened: ${counted(count, 'file')} inside.`, knownOf(subject))
}

/**
 * Sidecars are read into their pictures and kept beside them; this says so for each. Where nothing is made of the picture
 * its sidecar is read alone: what somebody wrote about it is not lost with it.
 */
async function* judgeSidecars(subject: Subject, picture: Judgement, bench: Bench): AsyncGenerator<Judgement> {
  for (const companion of subject.companions) {
    const { name, staged } = companion
    const known = { bytes: staged.bytes, sha256: staged.sha256 }
    if (picture.judged.form === 'file')
      yield { judged: { entry: { ...known, name, outcome: 'keep', sidecar: true }, form: 'none' } }
    else if (picture.judged.entry.outcome === 'duplicate') {
      await rm(staged.path, { force: true })
      yield remark(name, `Belongs to ${subject.name}, which is held; nothing was made of it alone.`, known)
    } else yield* judgeStaged(companionSubject(subject, companion), bench)
  }
}

/** The subject's own judgement comes last. */
async function* judgeRead(read: ReadSubject, bench: Bench): AsyncGenerator<Judgement> {
  const { subject, parsed, inner } = read
  for (const one of await inner.subjects()) yield* judgeStaged(one, bench)
  for (const item of parsed.items)
    if (item.kind === 'unreadable')
      yield refuse(`${subject.name} > ${displayName(item.name)}`, unreadableReport(item))
  if (parsed.container) return yield judgeContainer(read, bench)
  for (const name of inner.tooDeep()) yield refuse(`${subject.name} > ${displayName(name)}`, tooDeep())
  yield await judgeItems(subject, parsed, bench)
}

/** Whether the staged bytes are still wanted by what was judged of them. */
const isHeld = (judgement: Judgement, { staged }: Subject): boolean =>
  (judgement.judged.form === 'file' || judgement.judged.form === 'kept') &&
  judgement.judged.file.staged.path === staged.path

async function* judgeBytes(subject: Subject, bench: Bench): AsyncGenerator<Judgement> {
  const { name, staged } = subject
  if (staged.bytes === 0) return yield refuse(name, new CuttingsError('empty').toReport(), knownOf(subject))
  const duplicate = judgeDuplicate(subject, bench)
  if (duplicate) return yield duplicate
  const inner = createInnerFiles(subject, bench)
  const parsed = await readOrRefuse(subject, inner, bench)
  if (parsed.type === 'parsed') return yield* judgeRead({ subject, parsed, inner }, bench)
  const error = parsed.type === 'refused' ? parsed.error : new CuttingsError('parser-died').toReport()
  const mediaType = parsed.type === 'refused' ? parsed.mediaType : unknownType
  yield judgeUnread(subject, { error, mediaType }, bench)
}

/**
 * Says what would become of a staged file and of each file inside it, those inside first, then of what belongs to it. Only
 * what ends the whole job is thrown. Staged bytes that nothing becomes of are removed.
 */
export async function* judgeStaged(subject: Subject, bench: Bench): AsyncGenerator<Judgement> {
  const { staged } = subject
  bench.signal.throwIfAborted()
  bench.places.set(subject.place, staged.sha256)
  let own: Judgement | undefined
  for await (const judgement of judgeBytes(subject, bench)) {
    own = judgement
    // Before it is handed on: the bytes may be an original by then.
    if (isHeld(judgement, subject)) bench.seen.add(staged.sha256)
    yield judgement
  }
  if (!own || !isHeld(own, subject)) await rm(staged.path, { force: true })
  if (own) yield* judgeSidecars(subject, own, bench)
}
