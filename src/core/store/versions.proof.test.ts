import { execFile } from 'node:child_process'
import { cp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseSync } from '@photostructure/sqlite'
import { createRandom } from '../fixtures/proof/createRandom'
import { proof, type ProofRun } from '../fixtures/proof/proof'
import { createPlainSearch } from '../fixtures/createPlainSearch'
import { countingClock } from '../fixtures/edits/countingClock'
import { createEditedArchive } from '../fixtures/edits/createEditedArchive'
import { digestOfState, editStateOf } from '../fixtures/edits/editState'
import { doctorChecks } from '../verify/doctorChecks'
import { verifyArchive } from '../verify/verifyArchive'
import { openReader } from './database/openReader'
import { schemaVersion } from './database/openWriter'
import { folderState } from './fixtures/folderState'
import { createTestFolder } from './fixtures/testFolder'
import { archiveLayout } from './layout'
import { formatVersion } from './marker'
import { openArchive } from './openArchive'
import type { Archive } from './types'

const fixtures = join(import.meta.dirname, 'fixtures')
const clock = countingClock(5)
const stateOf = ({ catalogue }: Archive): string => digestOfState(editStateOf(catalogue))

const run = promisify(execFile)
const node = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning']

/** Runs the migration until its n-th step; how many steps there were, where none was told to kill it. */
const migrate = async (folder: string, killAt: number, broken: boolean): Promise<number> => {
  const args = [
    ...node,
    join(fixtures, 'migrator.mjs'),
    folder,
    String(killAt),
    ...(broken ? ['broken'] : []),
  ]
  try {
    return Number((await run(process.execPath, args)).stdout)
  } catch (error) {
    if ((error as { signal?: string }).signal === 'SIGKILL') return killAt
    throw error
  }
}

const markerVersion = async (folder: string): Promise<number> =>
  (JSON.parse(await readFile(archiveLayout(folder).marker, 'utf8')) as { version: number }).version

/** The catalogue is of the old format or of the new one, and holds the same; and so does the archive once it is opened. */
const judge = async (folder: string, from: number, whole: string): Promise<string | undefined> => {
  const { connection: reader } = openReader(archiveLayout(folder).catalogue)
  const version = schemaVersion(reader)
  reader.close()
  if (version !== from && version !== formatVersion) return `the catalogue is of format ${version}`
  const marked = await markerVersion(folder)
  if (marked !== from && marked !== formatVersion) return `the marker says ${marked}`
  const archive = await openArchive(folder, { clock })
  const state = stateOf(archive)
  const { problems } = await verifyArchive(archive)
  await archive.close()
  if (problems > 0) return `verify finds ${problems} problems`
  return state === whole ? undefined : 'other records are there'
}

const killMigrations = async ({ size, seed, tally }: ProofRun, broken = false): Promise<void> => {
  const all = (await readdir(fixtures)).filter((name) => name.startsWith('archive-v')).sort()
  // The oldest has the most steps: what is broken breaks there first.
  const goldens = broken ? all.slice(0, 1) : all
  const folder = await createTestFolder()
  const cases: { readonly golden: string; readonly killAt: number; readonly whole: string }[] = []
  const random = createRandom(seed)
  for (const golden of size < goldens.length ? random.some(goldens, size) : goldens) {
    const copy = join(folder, golden)
    await cp(join(fixtures, golden), copy, { recursive: true })
    const archive = await openArchive(copy, { clock, mode: 'read' })
    const whole = stateOf(archive)
    await archive.close()
    const steps = await migrate(copy, 0, false)
    for (let killAt = 1; killAt <= steps; killAt += 1) cases.push({ golden, killAt, whole })
  }
  for (const { golden, killAt, whole } of random.some(cases, size)) {
    tally.tried()
    const copy = join(folder, 'tried')
    await cp(join(fixtures, golden), copy, { recursive: true })
    await migrate(copy, killAt, broken)
    const wrong = await judge(copy, Number(golden.replace('archive-v', '')), whole).catch(String)
    if (wrong) tally.failed(`${golden}, killed before step ${killAt}: ${wrong}`)
    await rm(copy, { recursive: true })
    if (wrong && broken) return
  }
}

proof('a kill at any step of a migration leaves the old or the new format, and all that it held', {
  promise: 7,
  sizes: { small: 1, ci: 24, full: 1000 },
  run: (run_) => killMigrations(run_),
  controls: {
    'a migration without a transaction': (run_) =>
      killMigrations({ ...run_, size: Math.max(run_.size, 12) }, true),
  },
})

/** What a newer version would have made of an archive; `marked` where it came so far as to say so in the marker. */
const makeNewer = async (folder: string, marked: boolean): Promise<void> => {
  const { catalogue, marker, staging } = archiveLayout(folder)
  const db = new DatabaseSync(catalogue)
  db.exec(`CREATE TABLE newer (id TEXT); PRAGMA user_version = ${formatVersion + 1}`)
  db.close()
  await writeFile(join(staging, 'held by the newer'), 'bytes')
  if (!marked) return
  const held = JSON.parse(await readFile(marker, 'utf8')) as object
  await writeFile(marker, JSON.stringify({ ...held, version: formatVersion + 1 }))
}

type Open = (folder: string) => Promise<Archive>

const useAll = async (archive: Archive): Promise<void> => {
  stateOf(archive)
  await verifyArchive(archive)
  await doctorChecks(archive)
  await createPlainSearch(archive.catalogue).select('w1x1')
}

/** With times of folders: a file that was made and taken away again leaves its mark there. */
const everything = async (folder: string) => [await folderState(folder), String((await stat(folder)).mtimeMs)]

const openNewer = async ({ size, tally }: ProofRun, open: Open): Promise<void> => {
  for (let round = 0; round < size; round += 1) {
    tally.tried()
    const folder = join(await createTestFolder(), 'A')
    await createEditedArchive(folder, countingClock(0))
    await makeNewer(folder, round % 2 === 0)
    const before = JSON.stringify(await everything(folder))
    const archive = await open(folder)
    if (archive.readOnly?.reason !== 'newer') tally.failed(`round ${round}: it is not told that it is newer`)
    await useAll(archive)
    await archive.close()
    if (JSON.stringify(await everything(folder)) !== before)
      tally.failed(`round ${round}: something was written`)
  }
}

proof('an archive of a newer version is read, and not one byte of it is written', {
  promise: 7,
  sizes: { small: 2, ci: 10, full: 50 },
  run: (run_) => openNewer(run_, (folder) => openArchive(folder, { clock })),
  controls: {
    'an opening that empties the staging folder first': (run_) =>
      openNewer(run_, async (folder) => {
        await rm(join(archiveLayout(folder).staging, 'held by the newer'))
        return openArchive(folder, { clock })
      }),
  },
})
