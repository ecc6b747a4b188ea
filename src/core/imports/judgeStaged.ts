import { open, readFile, rm } from 'node:fs/promises'
import { CuttingsError, refusalCodes, type ErrorCode, type ErrorReport } from '#shared/errors'
import type { ParsedUnreadable, TableMapping } from '#shared/model/parsed'
import { sourceOfFile } from '../parsing/byteSources'
import type { Parsed } from '../parsing/types'
import { digestOf } from '../records/digest'
import { displayName } from '../records/displayName'
import type { Bench } from './bench'
import { mostDeaths } from './deathList'
import { judgeItems } from './judgeItems'
import { judgeUnread, knownOf, refusalOf, refuse, remark, type Judgement } from './judgement'
import { mergedItem } from './mergedItem'
import type { Subject } from './subject'
import { createInnerFiles, type InnerFiles } from './takeInner'

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

const isRefusalCode = (code: string): code is ErrorCode => (refusalCodes as readonly string[]).includes(code)

const unreadableReport = ({ code, details }: ParsedUnreadable): ErrorReport =>
  new CuttingsError(isRefusalCode(code) ? code : 'damaged-file', details).toReport()

/** What is said of a container beside the files that were in it. */
const judgeContainer = (subject: Subject, files: number, error: ErrorReport | undefined): Judgement => {
  const count = files === 1 ? '1 file' : `${files} files`
  if (error) return refuse(subject.name, error, knownOf(subject))
  return remark(subject.name, `Opened: ${count} inside.`, knownOf(subject))
}

/** Sidecars are read into their pictures and kept beside them; this says so for each. */
const judgeSidecars = (subject: Subject, picture: Judgement): Judgement[] =>
  subject.companions.map(({ name, staged }) => {
    const known = { bytes: staged.bytes, sha256: staged.sha256 }
    return picture.judged.form === 'file'
      ? { judged: { entry: { ...known, name, outcome: 'keep', sidecar: true }, form: 'none' } }
      : remark(name, `Belongs to ${subject.name} and went with it; nothing was made of it alone.`, known)
  })

async function* judgeRead(
  subject: Subject,
  parsed: Parsed,
  inner: InnerFiles,
  bench: Bench,
): AsyncGenerator<Judgement> {
  if (parsed.type !== 'parsed') {
    const error = parsed.type === 'refused' ? parsed.error : new CuttingsError('parser-died').toReport()
    const mediaType = parsed.type === 'refused' ? parsed.mediaType : unknownType
    yield judgeUnread(subject, { error, mediaType }, bench)
    return
  }
  const subjects = inner.subjects()
  for (const one of subjects) yield* judgeStaged(one, bench)
  const unreadable = parsed.items.filter((item) => item.kind === 'unreadable')
  for (const item of unreadable)
    yield refuse(`${subject.name} > ${displayName(item.name)}`, unreadableReport(item))
  if (parsed.container) yield judgeContainer(subject, subjects.length + unreadable.length, parsed.error)
  else {
    const judgement = await judgeItems(subject, parsed, bench)
    yield judgement
    yield* judgeSidecars(subject, judgement)
  }
}

/** Whether the staged bytes are still wanted by what was judged of them. */
const isHeld = (judgement: Judgement, { staged }: Subject): boolean =>
  (judgement.judged.form === 'file' || judgement.judged.form === 'kept') &&
  judgement.judged.file.staged.path === staged.path

/**
 * Says what would become of a staged file and of each file inside it, those inside first. Only what ends the whole job is
 * thrown. Staged bytes that nothing becomes of are removed.
 */
export async function* judgeStaged(subject: Subject, bench: Bench): AsyncGenerator<Judgement> {
  const { name, staged } = subject
  bench.signal.throwIfAborted()
  bench.places.set(subject.place, staged.sha256)
  let held = false
  const unheld = async (): Promise<void> => {
    if (held) return
    for (const one of [staged, ...subject.companions.map((companion) => companion.staged)])
      await rm(one.path, { force: true })
  }
  const at =
    staged.bytes === 0 ? refuse(name, new CuttingsError('empty').toReport(), knownOf(subject)) : undefined
  const early = at ?? judgeDuplicate(subject, bench)
  if (early) {
    yield early
    yield* judgeSidecars(subject, early)
    return unheld()
  }
  const times = await bench.deaths.timesOf(staged.sha256)
  const inner = createInnerFiles(subject, bench)
  const parsed: Parsed =
    times >= mostDeaths
      ? {
          type: 'refused',
          mediaType: unknownType,
          error: new CuttingsError('not-parseable', { times }).toReport(),
        }
      : await readOrRefuse(subject, inner, bench)
  for await (const judgement of judgeRead(subject, parsed, inner, bench)) {
    if (isHeld(judgement, subject)) {
      held = true
      bench.seen.add(staged.sha256)
    }
    yield judgement
  }
  await unheld()
}
