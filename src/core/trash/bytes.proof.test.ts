import { daysInTrash } from '#shared/daysInTrash'
import { assembleTestApp } from '../fixtures/openTestApp'
import { createRandom, type Random } from '../fixtures/proof/createRandom'
import { proof, type ProofRun } from '../fixtures/proof/proof'
import { createShiftedClock } from '../records/fixtures/createShiftedClock'
import { emptyRecordSet } from '../records/recordSets'
import { createArchive } from '../store/createArchive'
import { exampleArticle, exampleOriginal, exampleSource, keepBytes } from '../store/fixtures/exampleRecords'
import { createTestFolder } from '../store/fixtures/testFolder'
import type { Archive } from '../store/types'
import { createTrash, type Trash } from './createTrash'

const day = 24 * 60 * 60 * 1000
const texts = ['one', 'two', 'three', 'four', 'five']

interface Held {
  readonly id: string
  readonly text: string
  removedAt?: number
}

interface Bench {
  readonly archive: Archive
  readonly trash: Trash
  readonly random: Random
  readonly held: Held[]
  readonly now: () => number
  readonly shift: (milliseconds: number) => void
}

type MakeTrash = (archive: Archive, deps: Parameters<typeof createTrash>[0]) => Trash

const openBench = async (seed: number, makeTrash: MakeTrash): Promise<Bench> => {
  const { clock, shift } = createShiftedClock()
  const archive = await createArchive(`${await createTestFolder()}/A`, { clock })
  const random = createRandom(seed)
  const source = exampleSource(clock, 'Reuters')
  // Each text is drawn once at least: an original that no item ever had would never be let go either.
  const drawn = [...texts, ...Array.from({ length: 24 - texts.length }, () => random.pick(texts))]
  const held = drawn.map((text): Held => ({ id: clock.createId(), text }))
  const records = {
    ...emptyRecordSet,
    sources: [source],
    originals: texts.map((text) => exampleOriginal(text)),
  }
  for (const text of texts) await keepBytes(archive, clock.createId(), text)
  const articles = held.map(({ id, text }) => {
    const article = exampleArticle(clock, source, { original: exampleOriginal(text).sha256 })
    const versions = article.versions.map((version) => ({ ...version, articleId: id }))
    const citations = article.citations.map((citation) => ({ ...citation, articleId: id }))
    return { ...article, id, versions, citations }
  })
  archive.catalogue.commit({ records: { ...records, articles }, action: 'import', actor: 'tester' })
  const { jobs } = assembleTestApp(archive, { clock })
  const nothing = (): void => undefined
  const trash = makeTrash(archive, {
    archive,
    clock,
    actor: 'tester',
    jobs,
    committed: nothing,
    log: nothing,
  })
  return { archive, trash, random, held, now: () => clock.now().getTime(), shift }
}

/** Some days pass, with removing and bringing back in between; then what is past its days goes. */
const pass = async ({ trash, random, held, now, shift }: Bench): Promise<void> => {
  const live = held.filter(({ removedAt }) => removedAt === undefined)
  for (const item of random.some(live, random.below(4))) {
    trash.remove([item.id])
    item.removedAt = now()
  }
  const removed = held.filter(({ removedAt }) => removedAt !== undefined)
  const back = removed.length > 3 ? random.pick(removed) : undefined
  if (back && random.below(3) === 0) {
    trash.restore([back.id])
    delete back.removedAt
  }
  shift(random.below(14) * day)
  await trash.tidy()
}

const check = async (bench: Bench, failed: (what: string) => void): Promise<void> => {
  const { archive, held, now } = bench
  for (const item of held) {
    const age = item.removedAt === undefined ? undefined : (now() - item.removedAt) / day
    const isThere = archive.catalogue.record(item.id) !== undefined
    if (age !== undefined && age < daysInTrash - 0.01 && !isThere) failed(`destroyed after ${age} days`)
    if (age !== undefined && age > daysInTrash + 0.01 && isThere)
      failed(`still in the trash after ${age} days`)
    if (age === undefined && !isThere) failed('destroyed, though it was never removed')
  }
  const gone = held.filter(({ id }) => !archive.catalogue.record(id))
  for (const item of gone) held.splice(held.indexOf(item), 1)
  for (const text of texts) {
    const isHeld = await archive.originals.has(exampleOriginal(text).sha256)
    const needed = held.some((item) => item.text === text)
    if (needed && !isHeld) failed(`the bytes "${text}" are gone, though an item needs them`)
    if (!needed && isHeld) failed(`the bytes "${text}" are there, though nothing needs them`)
  }
}

const emptyByChance = async ({ size, seed, tally }: ProofRun, makeTrash: MakeTrash): Promise<void> => {
  let bench = await openBench(seed, makeTrash)
  for (let round = 1; round <= size; round += 1) {
    tally.tried()
    if (bench.held.length < 5) {
      await bench.archive.close()
      bench = await openBench(seed + round, makeTrash)
    }
    await pass(bench)
    await check(bench, (what) => tally.failed(`round ${round}: ${what}`))
  }
  await bench.archive.close()
}

const sound: MakeTrash = (_archive, deps) => createTrash(deps)

/** Takes the bytes of what it destroys off the disk, whoever else needs them. */
const greedy: MakeTrash = (archive, deps) => {
  const trash = createTrash(deps)
  return {
    ...trash,
    tidy: async () => {
      const before = archive.catalogue.trash(0, 500).rows.map(({ id }) => archive.catalogue.record(id))
      const tidied = await trash.tidy()
      for (const record of before) {
        const original = record?.kind === 'article' ? record.versions[0]?.original : undefined
        if (record && original !== undefined && !archive.catalogue.record(record.id))
          await archive.originals.discard(original, () => false)
      }
      return tidied
    },
  }
}

/** Forgets its thirty days. */
const hasty: MakeTrash = (archive, deps) => ({
  ...createTrash(deps),
  tidy: async () => {
    const { step } = archive.catalogue.emptyTrash(deps.clock.now().toISOString(), 'tester')
    while (step()) await Promise.resolve()
    return true
  },
})

proof(
  'the trash keeps everything for thirty days, then destroys it, and never the bytes that another item uses',
  {
    promise: 2,
    sizes: { small: 25, ci: 150, full: 2000 },
    run: (run) => emptyByChance(run, sound),
    controls: {
      'a trash that takes bytes which another item uses': (run) => emptyByChance(run, greedy),
      'a trash that forgets its thirty days': (run) => emptyByChance(run, hasty),
    },
  },
)
