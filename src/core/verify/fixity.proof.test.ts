import { execFile } from 'node:child_process'
import {
  appendFile,
  chmod,
  cp,
  link,
  mkdir,
  readFile,
  rename,
  stat,
  symlink,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { FileResult } from '#shared/contract/jobs'
import type { Original } from '#shared/model/original'
import type { Sha256 } from '#shared/model/scalars'
import { createRandom, type Random } from '../fixtures/proof/createRandom'
import { proof, type ProofRun } from '../fixtures/proof/proof'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { createArchive } from '../store/createArchive'
import { exampleOriginal } from '../store/fixtures/exampleRecords'
import { folderState } from '../store/fixtures/folderState'
import { createTestFolder } from '../store/fixtures/testFolder'
import { openArchive } from '../store/openArchive'
import type { Archive } from '../store/types'
import { repairOriginals } from './repairOriginals'
import { verifyArchive } from './verifyArchive'

/** So many originals of a few hundred bytes, put there without an import, and a copy of it all. */
const makeArchive = async (count: number, random: Random) => {
  const folder = join(await createTestFolder(), 'A')
  const archive = await createArchive(folder, { clock })
  const texts = Array.from({ length: count }, (_, at) => `${at} `.repeat(20 + random.below(60)))
  const originals = texts.map((text, at) => exampleOriginal(text, `file ${at}.txt`))
  for (const [at, { sha256 }] of originals.entries()) {
    const path = archive.originals.pathOf(sha256)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, texts[at] ?? '', { mode: 0o400 })
  }
  archive.catalogue.commit({ records: { ...emptyRecordSet, originals }, action: 'import', actor: 'tester' })
  await archive.close()
  const copy = `${folder}-copy`
  await cp(folder, copy, { recursive: true })
  return { folder, copy, originals, pathOf: archive.originals.pathOf }
}

const flip = async (path: string, random: Random): Promise<void> => {
  const bytes = await readFile(path)
  const at = random.below(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
  await chmod(path, 0o600)
  await writeFile(path, bytes)
}

const run = promisify(execFile)

type Damage = (path: string, random: Random, other: string) => Promise<unknown>

/** Ways in which a file is no longer what came in; `hard` is still the same and has another name besides. */
const damages: Readonly<Record<string, Damage>> = {
  flip,
  swap: async (path, _random, other) => {
    await rename(path, `${path}.moving`)
    await rename(other, path)
    await rename(`${path}.moving`, other)
  },
  grow: async (path) => {
    await chmod(path, 0o600)
    await appendFile(path, 'more')
  },
  truncate: async (path, random) => {
    await chmod(path, 0o600)
    await truncate(path, random.below((await stat(path)).size))
  },
  remove: (path) => unlink(path),
  symbolic: async (path) => {
    await rename(path, `${path}.elsewhere`)
    await symlink(`${path}.elsewhere`, path)
  },
  folder: async (path) => {
    await unlink(path)
    await mkdir(path)
  },
  pipe: async (path) => {
    await unlink(path)
    await run('mkfifo', [path])
  },
  hard: (path) => link(path, `${path}.second`),
}

/** Windows has no pipes in folders, and asks for rights to make a link. */
const kinds = Object.entries(damages).filter(
  ([kind]) => process.platform !== 'win32' || !['symbolic', 'pipe'].includes(kind),
)

type Verify = (archive: Archive, onFile: (file: FileResult) => void) => Promise<unknown>

const soundVerify: Verify = (archive, onFile) => verifyArchive(archive, { onFile })

/** Shares of the originals, in thousandths: of a thousand, fifty flips and five of each other kind. */
const shareOf = (kind: string): number => (kind === 'flip' ? 50 : kind === 'swap' ? 10 : 5)

const damage = async (
  { originals, pathOf }: Awaited<ReturnType<typeof makeArchive>>,
  random: Random,
): Promise<Map<Sha256, string>> => {
  const damaged = new Map<Sha256, string>()
  const left = random.some(originals, originals.length)
  for (const [kind, change] of kinds) {
    const count = Math.max(kind === 'swap' ? 2 : 1, Math.round((originals.length * shareOf(kind)) / 1000))
    for (let at = 0; at < count; at += kind === 'swap' ? 2 : 1) {
      const taken = left.splice(0, kind === 'swap' ? 2 : 1)
      const [path = '', other = ''] = taken.map(({ sha256 }) => pathOf(sha256))
      await change(path, random, other)
      for (const { sha256 } of taken) damaged.set(sha256, kind)
    }
  }
  return damaged
}

const compare = (
  damaged: ReadonlyMap<Sha256, string>,
  files: readonly FileResult[],
  fail: (what: string) => void,
): void => {
  const found = new Map(
    files.flatMap((file) => (file.sha256 === undefined ? [] : [[file.sha256, file] as const])),
  )
  for (const [sha256, kind] of damaged) {
    const file = found.get(sha256)
    if (!file) fail(`not found: ${kind}`)
    else if ((file.outcome === 'problem') !== (kind !== 'hard')) fail(`${kind} is told as a ${file.outcome}`)
  }
  for (const [sha256, { code }] of found) if (!damaged.has(sha256)) fail(`found, and sound: ${code}`)
}

const reread = async ({ size, seed, tally }: ProofRun, verify: Verify, repairs: boolean): Promise<void> => {
  const random = createRandom(seed)
  const made = await makeArchive(size, random)
  const damaged = await damage(made, random)
  tally.tried(size)
  const fail = (what: string): void => tally.failed(what)
  const before = await folderState(made.folder)
  const reader = await openArchive(made.folder, { clock, mode: 'read' })
  const files: FileResult[] = []
  await verify(reader, (file) => files.push(file))
  await reader.close()
  if (JSON.stringify(await folderState(made.folder)) !== JSON.stringify(before))
    fail('verify wrote something')
  compare(damaged, files, fail)
  if (repairs) await repairAll(made, fail)
}

/** At the user's word alone all of it is put back from the copy, to which nothing is written. */
const repairAll = async (
  { folder, copy, originals }: { folder: string; copy: string; originals: readonly Original[] },
  fail: (what: string) => void,
): Promise<void> => {
  const before = await folderState(copy)
  const archive = await openArchive(folder, { clock })
  const { signal } = new AbortController()
  const nothing = (): void => undefined
  const { left } = await repairOriginals(archive, copy, clock, {
    signal,
    onFile: nothing,
    onProgress: nothing,
  })
  if (left > 0) fail(`${left} were not put back`)
  const again: FileResult[] = []
  await verifyArchive(archive, { onFile: (file) => again.push(file) })
  const wrong = again.filter(({ sha256, outcome }) => sha256 !== undefined && outcome === 'problem')
  if (wrong.length > 0) fail(`${wrong.length} of ${originals.length} are damaged after the repair`)
  await archive.close()
  if (JSON.stringify(await folderState(copy)) !== JSON.stringify(before)) fail('the copy was written to')
}

/** A verifier that looks at sizes alone: what is as long as it was counts as what it was. */
const sizesOnly: Verify = async (archive, onFile) => {
  for (const original of archive.catalogue.originalsNeeded()) {
    const { bytes, sha256 } = original
    const size = await stat(archive.originals.pathOf(sha256)).then(
      (stats) => stats.size,
      () => undefined,
    )
    if (size !== bytes) onFile({ name: sha256, sha256, outcome: 'problem', code: 'changed' })
  }
}

proof('whatever became of an original is found, nothing that is sound is, and all is put back from a copy', {
  promise: 2,
  sizes: { small: 60, ci: 1000, full: 10_000 },
  run: (run) => reread(run, soundVerify, true),
  controls: {
    'a verifier that compares sizes only': (run) => reread({ ...run, size: 60 }, sizesOnly, false),
  },
})
