import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { FileResult } from '#shared/contract/jobs'
import { countingClock } from '../fixtures/edits/countingClock'
import { createEditedArchive } from '../fixtures/edits/createEditedArchive'
import { openEditing } from '../fixtures/edits/openEditing'
import { createRandom, type Random } from '../fixtures/proof/createRandom'
import { proof, type ProofRun } from '../fixtures/proof/proof'
import { createTestFolder } from '../store/fixtures/testFolder'
import { openArchive } from '../store/openArchive'
import type { Archive } from '../store/types'
import { verifyArchive } from './verifyArchive'

type Database = InstanceType<typeof DatabaseSync>

interface Tampered {
  /** What the finding has to name: an event by its number in the archive, or a record by its id. */
  readonly names: string
}

const one = <T>(db: Database, sql: string, ...values: (string | number)[]): T =>
  db.prepare(sql).get(...values) as T

const someEvent = (db: Database, random: Random): number => {
  const { n } = one<{ n: number }>(db, 'SELECT count(*) AS n FROM event')
  return 1 + random.below(n)
}

const insertLike = (db: Database, seq: number, itemId: string): void => {
  db.prepare(
    `INSERT INTO event (seq, item_id, local, sequence, at, actor, action, digest)
     SELECT ?, ?, 0, 1, at, 'forger', 'import', digest FROM event WHERE seq = ?`,
  ).run(seq, itemId, 1)
}

/** Makes room for an event, as somebody would who wants no gap to be seen. */
const renumberFrom = (db: Database, seq: number): void => {
  db.prepare('UPDATE event SET seq = -(seq + 1) WHERE seq >= ?').run(seq)
  db.prepare('UPDATE event SET seq = -seq WHERE seq < 0').run()
}

/** Ways to change what happened, behind the program's back and with its triggers out of the way. */
const tampering: Readonly<Record<string, (db: Database, random: Random) => Tampered>> = {
  'who did it': (db, random) => {
    const seq = someEvent(db, random)
    db.prepare("UPDATE event SET actor = 'somebody else' WHERE seq = ?").run(seq)
    return { names: `event ${seq}` }
  },
  'when the last thing was done': (db) => {
    const { n } = one<{ n: number }>(db, 'SELECT max(seq) AS n FROM event')
    db.prepare("UPDATE event SET at = '2020-01-01T00:00:00.000Z' WHERE seq = ?").run(n)
    return { names: `event ${n}` }
  },
  'an event that was dropped': (db, random) => {
    const seq = someEvent(db, random)
    db.prepare('DELETE FROM event WHERE seq = ?').run(seq)
    return { names: `event ${seq}` }
  },
  'a record that was dropped with its whole chain': (db, random) => {
    const { id } = random.pick(db.prepare('SELECT id FROM record').all() as { id: string }[])
    const { seq } = one<{ seq: number }>(db, 'SELECT min(seq) AS seq FROM event WHERE item_id = ?', id)
    for (const sql of ['DELETE FROM record WHERE id = ?', 'DELETE FROM event WHERE item_id = ?'])
      db.prepare(sql).run(id)
    return { names: `event ${seq}` }
  },
  'a record that was put in with a chain of its own': (db) => {
    const { n } = one<{ n: number }>(db, 'SELECT max(seq) AS n FROM event')
    insertLike(db, n + 1, '0193a000-0fff-7000-8000-000000000001')
    return { names: `event ${n + 1}` }
  },
  'an event that was put in between': (db, random) => {
    const seq = 1 + someEvent(db, random)
    renumberFrom(db, seq)
    insertLike(db, seq, '0193a000-0fff-7000-8000-000000000002')
    return { names: `event ${seq}` }
  },
  'two events, of which the first is named': (db, random) => {
    const seqs = [someEvent(db, random), someEvent(db, random)]
    for (const seq of seqs) db.prepare("UPDATE event SET actor = 'somebody else' WHERE seq = ?").run(seq)
    return { names: `event ${Math.min(...seqs)}` }
  },
  'what a record says': (db, random) => {
    const rows = db.prepare("SELECT id FROM record WHERE kind = 'source'").all() as { id: string }[]
    const { id } = random.pick(rows)
    db.prepare("UPDATE record SET body = json_set(body, '$.name', 'Another name') WHERE id = ?").run(id)
    return { names: id }
  },
}

const tamper = (path: string, change: (db: Database) => Tampered): Tampered => {
  const db = new DatabaseSync(path)
  for (const { name } of db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string
  }[])
    db.exec(`DROP TRIGGER ${name}`)
  const tampered = change(db)
  db.close()
  return tampered
}

/** `event 3` is not named by `event 30`. */
const namedIn = (names: string): RegExp => new RegExp(`\\b${names}\\b`)

const findingsOf = async (folder: string, look: (archive: Archive) => Archive): Promise<FileResult[]> => {
  const archive = await openArchive(folder, { clock: countingClock(3), mode: 'read' })
  const files: FileResult[] = []
  await verifyArchive(look(archive), { onFile: (file) => files.push(file) })
  await archive.close()
  return files.filter(({ outcome }) => outcome === 'problem')
}

const tryAll = async (
  { size, seed, tally }: ProofRun,
  look: (archive: Archive) => Archive,
): Promise<void> => {
  const random = createRandom(seed)
  const folder = join(await createTestFolder(), 'A')
  await createEditedArchive(folder, countingClock(0))
  const editing = await openEditing(folder, seed, 1)
  for (let turn = 0; turn < 30; turn += 1) await editing.turn()
  await editing.close()
  const sound = await findingsOf(folder, look)
  if (sound.length > 0) tally.failed(`found in a sound archive: ${sound[0]?.message}`)
  for (let round = 0; round < size; round += 1) {
    const [what, change] = Object.entries(tampering)[round % Object.keys(tampering).length] ?? []
    if (what === undefined || !change) continue
    tally.tried()
    const copy = `${folder}-${round}`
    await cp(folder, copy, { recursive: true })
    const { names } = tamper(join(copy, 'catalogue.sqlite'), (db) => change(db, random))
    const found = await findingsOf(copy, look)
    if (!found.some(({ message = '', id }) => namedIn(names).test(message) || id === names))
      tally.failed(
        `${what}: ${names} is not named, but ${found.map(({ message }) => message).join(' ') || 'nothing'}`,
      )
  }
}

const whole = (archive: Archive): Archive => archive

proof('the chain of events names the first that was changed, dropped or put in', {
  promise: 2,
  sizes: { small: 8, ci: 80, full: 600 },
  run: (run) => tryAll(run, whole),
  controls: {
    'chains that are checked for each item alone': (run) =>
      tryAll(run, (archive) => ({
        ...archive,
        catalogue: { ...archive.catalogue, firstSealFault: () => Promise.resolve(undefined) },
      })),
  },
})
