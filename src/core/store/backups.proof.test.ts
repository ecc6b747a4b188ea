import { cp, mkdir, open, readFile, readdir, rm, stat, truncate, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countingClock } from '../fixtures/edits/countingClock'
import { createEditedArchive } from '../fixtures/edits/createEditedArchive'
import { digestOfState, editStateOf } from '../fixtures/edits/editState'
import { openEditing } from '../fixtures/edits/openEditing'
import { createRandom, type Random } from '../fixtures/proof/createRandom'
import { proof, type ProofRun } from '../fixtures/proof/proof'
import { CuttingsError } from '#shared/errors'
import { verifyArchive } from '../verify/verifyArchive'
import { stampOf } from './backups'
import { isRecordDamage } from './catalogue/parseStored'
import { describeBackups } from './describeBackups'
import { createTestFolder } from './fixtures/testFolder'
import { archiveLayout } from './layout'
import { openArchive } from './openArchive'
import { openCatalogueReader } from './openCatalogueReader'
import { restoreBackup } from './restoreBackup'
import type { Archive } from './types'

const stateOf = ({ catalogue }: { readonly catalogue: Parameters<typeof editStateOf>[0] }): string =>
  digestOfState(editStateOf(catalogue))

/** Undefined where a record cannot be read, which is then none that is shown. */
const stateIn = (archive: Archive): string | undefined => {
  try {
    return stateOf(archive)
  } catch (error) {
    if (isRecordDamage(error)) return undefined
    throw error
  }
}

/** An archive that was edited while a backup was made of it, closed, with the digest of each state that it went through. */
const makeBackedUp = async (seed: number) => {
  const folder = join(await createTestFolder(), 'A')
  await createEditedArchive(folder, countingClock(0))
  const states = new Set<string>()
  for (let run = 1; run <= 3; run += 1) {
    // A later day for each: a backup is due, and is made while the deeds go on.
    const editing = await openEditing(folder, seed, run)
    states.add(digestOfState(editing.state()))
    for (let turn = 0; turn < 4; turn += 1) {
      await editing.turn()
      states.add(digestOfState(editing.state()))
    }
    await editing.close()
  }
  return { folder, states }
}

const overwrite = async (path: string, at: number, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'r+')
  await file.write(bytes, 0, bytes.length, at)
  await file.close()
}

type Damage = (path: string, random: Random) => Promise<unknown>

const flip: Damage = async (path, random) => {
  const bytes = await readFile(path)
  const at = random.below(bytes.length)
  await overwrite(path, at, Buffer.of((bytes[at] ?? 0) ^ (1 << random.below(8))))
}

const damages: Readonly<Record<string, Damage>> = {
  flipped: flip,
  truncated: async (path, random) => truncate(path, random.below((await stat(path)).size)),
  emptied: (path) => truncate(path, 0),
  'a page of zeros': async (path, random) => {
    const pages = Math.floor((await stat(path)).size / 4096)
    await overwrite(path, random.below(pages) * 4096, Buffer.alloc(4096))
  },
  'another file': (path) => writeFile(path, 'This is no catalogue.'),
  deleted: (path) => unlink(path),
  'a folder': async (path) => {
    await unlink(path)
    await mkdir(path)
  },
}

const bytesAt = async (path: string): Promise<string> =>
  readFile(path, 'latin1').catch((error: NodeJS.ErrnoException) => error.code ?? '')

type Open = (folder: string) => Promise<Archive>

const openSound: Open = (folder) => openArchive(folder, { clock: countingClock(9) })

/** What it says of a damaged catalogue: nothing where all is as it was, else what was done wrong. */
const judgeDamaged = async (folder: string, whole: string, open: Open): Promise<string | undefined> => {
  const { catalogue } = archiveLayout(folder)
  const before = await bytesAt(catalogue)
  let archive: Archive
  try {
    archive = await open(folder)
  } catch (error) {
    if (!(error instanceof CuttingsError) || error.code !== 'archive-damaged')
      return `it says ${String(error)}`
    return (await bytesAt(catalogue)) === before ? undefined : 'the damaged catalogue was not kept'
  }
  try {
    if (stateIn(archive) === whole) return undefined
    const { problems } = await verifyArchive(archive)
    return problems > 0 ? undefined : 'other records are shown, and verify finds nothing'
  } catch (error) {
    return `verify ends with ${String(error)}`
  } finally {
    await archive.close()
  }
}

const restoreNewest = async (folder: string, states: ReadonlySet<string>): Promise<string | undefined> => {
  // Where the archive was opened although a record is damaged, a copy was made that says so.
  const newest = (await describeBackups(folder)).find(({ damaged }) => damaged === undefined)
  if (!newest?.sound) return 'no sound backup is shown'
  await restoreBackup(folder, newest.name, { clock: countingClock(8) })
  const archive = await openSound(folder)
  const isOne = states.has(stateOf(archive))
  const { problems } = await verifyArchive(archive)
  await archive.close()
  if (problems > 0) return `verify finds ${problems} problems after the backup was restored`
  return isOne ? undefined : 'the backup is no state that there ever was'
}

const damageCatalogues = async ({ size, seed, tally }: ProofRun, open: Open): Promise<void> => {
  const random = createRandom(seed)
  const { folder, states } = await makeBackedUp(seed)
  const reader = openCatalogueReader(archiveLayout(folder).catalogue)
  const whole = stateOf({ catalogue: reader })
  reader.close()
  const kinds = Object.entries(damages)
  for (let round = 0; round < size; round += 1) {
    const [what, damage] = kinds[round % kinds.length] ?? ['', flip]
    tally.tried()
    const copy = `${folder}-${round}`
    await cp(folder, copy, { recursive: true })
    await damage(archiveLayout(copy).catalogue, random)
    const wrong = (await judgeDamaged(copy, whole, open)) ?? (await restoreNewest(copy, states))
    if (wrong) tally.failed(`round ${round}, ${what}: ${wrong}`)
    await rm(copy, { recursive: true })
  }
}

proof(
  'a damaged catalogue is kept and explained, and a backup that was made while editing takes its place on request',
  {
    promise: 1,
    sizes: { small: 3, ci: 70, full: 1400 },
    run: (run) => damageCatalogues(run, openSound),
    controls: {
      'an opening that begins anew where the catalogue is damaged': (run) =>
        damageCatalogues(run, async (folder) => {
          try {
            return await openSound(folder)
          } catch {
            await rm(archiveLayout(folder).catalogue, { recursive: true, force: true })
            await rm(archiveLayout(folder).marker)
            await cp(folder, `${folder}-aside`, { recursive: true })
            await rm(folder, { recursive: true })
            await createEditedArchive(folder, countingClock(7))
            return openSound(folder)
          }
        }),
    },
  },
)

const damageBackups = async ({ size, seed, tally }: ProofRun, withStamps: boolean): Promise<void> => {
  const random = createRandom(seed)
  const { folder } = await makeBackedUp(seed)
  const { backups, catalogue } = archiveLayout(folder)
  const names = (await readdir(backups)).filter((name) => name.endsWith('.sqlite'))
  for (let round = 0; round < size; round += 1) {
    tally.tried()
    const name = random.pick(names)
    const path = join(backups, name)
    const [whole, stamp] = [await readFile(path), await readFile(stampOf(path))]
    if (!withStamps) await rm(stampOf(path))
    await flip(path, random)
    const before = await readFile(catalogue)
    const isSound = (await describeBackups(folder)).find((backup) => backup.name === name)?.sound
    const refused = await restoreBackup(folder, name, { clock: countingClock(8) }).then(
      () => false,
      (error: unknown) => error instanceof CuttingsError && error.code === 'backup-damaged',
    )
    if (isSound || !refused) tally.failed(`round ${round}: a damaged backup is taken for a sound one`)
    if (!(await readFile(catalogue)).equals(before)) tally.failed(`round ${round}: the catalogue was changed`)
    await writeFile(path, whole)
    await writeFile(stampOf(path), stamp)
  }
}

proof('a backup of which one bit is another is refused whole', {
  promise: 1,
  sizes: { small: 4, ci: 100, full: 2000 },
  run: (run) => damageBackups(run, true),
  controls: { 'a backup that is only read through': (run) => damageBackups(run, false) },
})
