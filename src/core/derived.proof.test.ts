import { cp, mkdir, open, readdir, rm, stat, truncate, unlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import { createPackMemory } from './exporters/sealing/difference/createPackMemory'
import { createRandom, type Random } from './fixtures/proof/createRandom'
import { proof, type ProofRun } from './fixtures/proof/proof'
import { countingClock } from './fixtures/edits/countingClock'
import { createEditedArchive } from './fixtures/edits/createEditedArchive'
import { createDeathList } from './imports/deathList'
import { createKnownFiles } from './inbox/createKnownFiles'
import { digestOf } from './records/digest'
import { emptyRecordSet } from './records/recordSets'
import { createSearchService } from './search/createSearchService'
import type { SearchService } from './search/types'
import { createSmallPictures } from './smallPictures/createSmallPictures'
import { fakePictureParser } from './smallPictures/fixtures/fakePictureParser'
import { exampleOriginal, keepBytes } from './store/fixtures/exampleRecords'
import { createTestFolder } from './store/fixtures/testFolder'
import { nodeFileSystem } from './store/fileSystem'
import { openArchive } from './store/openArchive'
import { hashOf } from './store/originals/adoptFile'
import type { Archive } from './store/types'
import { doctorChecks } from './verify/doctorChecks'

// So few articles would otherwise be found without an index on the disk.
beforeAll(() => vi.stubEnv('CUTTINGS_INDEX_SIZE', '4'))
afterAll(() => vi.unstubAllEnvs())

const worker = resolve(import.meta.dirname, '../../out/main/search.js')
const words = ['w0x1', 'w20x3', 'w91x4', 'change3']
const nothing = (): void => undefined

const startSearch = (archive: Archive): SearchService =>
  createSearchService({
    workerPath: worker,
    cataloguePath: archive.catalogue.path,
    folder: join(archive.layout.derived, 'index'),
    writable: true,
  })

const hitsOf = async (search: SearchService): Promise<string> => {
  await search.catchUp()
  const answers = []
  for (const text of words) {
    const { total, hits } = await search.query({ text, offset: 0, limit: 50, placesPerHit: 1 })
    answers.push([text, total, hits.map(({ id }) => id).sort()])
  }
  return digestOf(answers)
}

interface Seen {
  readonly records: string
  readonly hits: string
  readonly picture: string
}

/** All that users see of an archive: records, what a search finds, a small picture; with everything derived used. */
const look = async (archive: Archive, useSearch: (archive: Archive) => Promise<string>): Promise<Seen> => {
  const pictures = createSmallPictures({ archive, parser: fakePictureParser(), log: nothing })
  const deaths = createDeathList(join(archive.layout.derived, 'deaths.json'), nothing)
  await deaths.note('ab'.repeat(32), 'parser-died')
  const known = createKnownFiles(archive.layout, nothing)
  await known.load()
  await known.add([{ path: '/in/a.txt', state: { size: 1, modified: 1 } }])
  const memory = createPackMemory(archive.layout.derived, nothing)
  const side = { name: 'pack', date: '2026-01-01T00:00:00.000Z' }
  await memory.remember({}, side, emptyRecordSet)
  const [original] = archive.catalogue.originalsNeeded()
  const picture = original ? await pictures.of(original.sha256) : undefined
  const whole = digestOf(archive.catalogue.recordSet())
  return { records: whole, hits: await useSearch(archive), picture: digestOf(picture ?? null) }
}

const searchOnce = async (archive: Archive): Promise<string> => {
  const search = startSearch(archive)
  try {
    return await hitsOf(search)
  } finally {
    await search.close()
  }
}

const filesIn = async (folder: string): Promise<string[]> => {
  const files: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  return files.sort()
}

const bytesIn = async (folder: string): Promise<string> => {
  const files = await filesIn(folder).catch(() => [])
  const hashes = files.map(async (path) => [path.slice(folder.length), await hashOf(nodeFileSystem, path)])
  return digestOf(await Promise.all(hashes))
}

type Damage = (path: string, random: Random) => Promise<unknown>

const damages: Readonly<Record<string, Damage>> = {
  deleted: (path) => unlink(path),
  emptied: (path) => truncate(path, 0),
  truncated: async (path, random) => truncate(path, random.below((await stat(path)).size)),
  flipped: async (path, random) => {
    const file = await open(path, 'r+')
    const { size } = await file.stat()
    const byte = Buffer.alloc(1)
    const at = random.below(size)
    await file.read(byte, 0, 1, at)
    byte[0] = (byte[0] ?? 0) ^ (1 << random.below(8))
    await file.write(byte, 0, 1, at)
    await file.close()
  },
  'replaced by a folder': async (path) => {
    await unlink(path)
    await mkdir(path)
  },
}

const makeWhole = async (): Promise<{ folder: string; seen: Seen }> => {
  const folder = join(await createTestFolder(), 'A')
  await createEditedArchive(folder, countingClock(0))
  const archive = await openArchive(folder, { clock: countingClock(1) })
  await keepBytes(archive, '0193a000-0fff-7000-8000-000000000001', 'a picture')
  archive.catalogue.commit({
    records: { ...emptyRecordSet, originals: [exampleOriginal('a picture')] },
    action: 'import',
    actor: 'tester',
  })
  const seen = await look(archive, searchOnce)
  await archive.close()
  return { folder, seen }
}

type UseSearch = (archive: Archive) => Promise<string>

/** What a look finds out about derived files after it has made them again. */
const leftDamaged = async (archive: Archive): Promise<readonly string[]> =>
  (await doctorChecks(archive)).flatMap(({ check, ok, message }) =>
    !ok && (check === 'index' || check === 'pictures') ? [message] : [],
  )

/** `part`: damages nothing else. */
const damageByChance = async (
  { size, seed, tally }: ProofRun,
  useSearch: UseSearch,
  part = '',
): Promise<void> => {
  const random = createRandom(seed)
  const { folder, seen } = await makeWhole()
  const whole = `${folder}-derived`
  await cp(join(folder, 'derived'), whole, { recursive: true })
  const undamaged = await openArchive(folder, { clock: countingClock(2) })
  // A control that fails without any damage would prove nothing.
  if (digestOf(await look(undamaged, useSearch)) !== digestOf(seen))
    throw new Error('something else is seen although nothing was damaged')
  await undamaged.close()
  const files = await filesIn(whole)
  for (const part of ['index', 'thumbs', 'inbox', 'packs', 'deaths.json'])
    if (!files.some((path) => path.startsWith(join(whole, part))))
      throw new Error(`nothing of ${part} is there`)
  const kinds = Object.entries(damages)
  const chosen = files.filter((path) => path.startsWith(join(whole, part)))
  const cases = random.some(
    chosen.flatMap((path) => kinds.map(([what, change]) => ({ path, what, change }))),
    chosen.length * kinds.length,
  )
  for (let round = 0; round < size; round += 1) {
    const { path, what, change } = cases[round % cases.length] ?? random.pick(cases)
    tally.tried()
    await rm(join(folder, 'derived'), { recursive: true })
    await cp(whole, join(folder, 'derived'), { recursive: true })
    await change(join(folder, 'derived', path.slice(whole.length)), random)
    const archive = await openArchive(folder, { clock: countingClock(2) })
    for (const time of ['at once', 'the second time'])
      if (digestOf(await look(archive, useSearch)) !== digestOf(seen))
        tally.failed(`${path.slice(whole.length)} was ${what}: ${time} something else is seen`)
    for (const fault of await leftDamaged(archive))
      tally.failed(`${path.slice(whole.length)} was ${what}: ${fault}`)
    await archive.close()
  }
}

proof(
  'whatever becomes of a file under derived, the same is seen afterwards, and it is made again by itself',
  {
    promise: 3,
    sizes: { small: 2, ci: 30, full: 600 },
    run: (run) => damageByChance(run, searchOnce),
    controls: {
      'a search that finds nothing in an index that was damaged': (run) => {
        let whole: string | undefined
        const useSearch: UseSearch = async (archive) => {
          const state = await bytesIn(join(archive.layout.derived, 'index'))
          whole ??= state
          return state === whole ? searchOnce(archive) : digestOf([])
        }
        return damageByChance({ ...run, size: 1 }, useSearch, 'index')
      },
    },
  },
)
