import { CuttingsError } from '#shared/errors'
import { displayName } from '../records/displayName'
import { headLength } from '../importers/findFormat'
import { sourceOfBytes } from '../parsing/byteSources'
import type { StagedFile } from '../store/types'
import type { Bench } from './bench'
import { largestCompanion } from './companions'
import { nameOfPath, textOfPath } from './filePath'
import { refusalOf, refuse, type Judgement } from './judgement'
import { judgeStaged } from './judgeStaged'
import type { StagedCompanion, Subject } from './subject'
import type { FoundFile } from './types'

/** Bytes up to which a file is copied before it is known what it is. */
const copiedUnseen = 50 * 1024 * 1024

/**
 * Looks at the beginning of a large file before it is copied: a film of many gigabytes could fill the disk only to be
 * refused. Throws the refusal.
 */
const refuseUnseen = async (
  { path }: FoundFile,
  { archive, parser, keepUnreadable, signal }: Bench,
): Promise<void> => {
  if (keepUnreadable) return
  const { bytes, head } = await archive.originals.peek(path, headLength)
  if (bytes <= copiedUnseen) return
  const source = { ...sourceOfBytes(head), size: bytes }
  const parsed = await parser.parse({ name: nameOfPath(path), source, task: { do: 'recognise' } }, signal)
  if (parsed.type === 'refused') throw new CuttingsError(parsed.error.code, parsed.error.details)
}

const stageCompanions = async (
  { name, companions = [] }: FoundFile,
  bench: Bench,
): Promise<StagedCompanion[]> => {
  const staged: StagedCompanion[] = []
  for (const path of companions) {
    const rawName = nameOfPath(path)
    const beside = `${name.slice(0, name.lastIndexOf('/') + 1)}${displayName(rawName)}`
    const options = { signal: bench.signal, limit: largestCompanion }
    const file = await bench.archive.originals.stage(path, bench.folder, options)
    staged.push({ name: beside, rawName, path, outer: file.sha256, staged: file })
  }
  return staged
}

/** A file beside that can't be read is told as a refusal of its own; its picture is imported without it. */
const companionsOrRefusals = async (
  file: FoundFile,
  bench: Bench,
): Promise<{ readonly companions: StagedCompanion[]; readonly refused: Judgement[] }> => {
  try {
    return { companions: await stageCompanions(file, bench), refused: [] }
  } catch (error) {
    const names = (file.companions ?? []).map((path) => displayName(nameOfPath(path)))
    return { companions: [], refused: names.map((name) => refuse(name, refusalOf(error))) }
  }
}

const subjectOf = async (
  { path, name }: FoundFile,
  staged: StagedFile,
  companions: readonly StagedCompanion[],
  bench: Bench,
): Promise<Subject> => ({
  name,
  rawName: nameOfPath(path),
  path,
  outer: staged.sha256,
  containerPath: [],
  place: textOfPath(path),
  staged,
  companions,
  depth: 0,
  space: await bench.openSpace(),
})

/**
 * Stages a file of the user's and says what would become of it, and of each file inside it. Only what ends the whole job
 * is thrown.
 */
export async function* judgeFile(file: FoundFile, bench: Bench): AsyncGenerator<Judgement> {
  const { archive, folder, signal, keepUnreadable, largest } = bench
  let staged: StagedFile
  try {
    await refuseUnseen(file, bench)
    const limit = keepUnreadable ? {} : { limit: largest }
    staged = await archive.originals.stage(file.path, folder, { signal, ...limit })
  } catch (error) {
    yield refuse(file.name, refusalOf(error))
    return
  }
  const { companions, refused } = await companionsOrRefusals(file, bench)
  yield* refused
  yield* judgeStaged(await subjectOf(file, staged, companions, bench), bench)
}
