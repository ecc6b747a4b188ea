import { join } from 'node:path'
import { countingClock } from './fixtures/edits/countingClock'
import { createEditedArchive } from './fixtures/edits/createEditedArchive'
import { deeds, type Done, type EditWorld } from './fixtures/edits/deeds'
import { differencesOf, withoutTime, type EditState } from './fixtures/edits/editState'
import { killRound } from './fixtures/edits/killRound'
import { openEditing } from './fixtures/edits/openEditing'
import { createRandom } from './fixtures/proof/createRandom'
import { proof, type ProofRun } from './fixtures/proof/proof'
import { digestOf } from './records/digest'
import { emptyRecordSet } from './records/recordSets'
import { createTestFolder } from './store/fixtures/testFolder'
import { openArchive } from './store/openArchive'
import { verifyArchive } from './verify/verifyArchive'

/** Deeds in one sequence. */
const sequence = 500

/** What stands against the model: what changed beside what was to change, and what did not become what it was to be. */
const faultsOf = (before: EditState, after: EditState, { expected }: Done): string[] => [
  ...differencesOf(before, after)
    .filter((id) => !expected.has(id))
    .map((id) => `${id} changed, which nobody asked for`),
  ...[...expected].flatMap(([id, record]) => {
    const held = after.get(id)
    if (record === undefined) return held ? [`${id} is still there`] : []
    if (!held) return [`${id} is not there`]
    return record === 'any' || digestOf(withoutTime(record)) === digestOf(held)
      ? []
      : [`${id} is not as it was to be`]
  }),
]

type Break = (world: EditWorld, done: Done & { readonly name: string }) => Promise<void>

const nothing: Break = () => Promise.resolve()

interface Broken {
  readonly afterDeed?: Break
  readonly afterUndo?: Break
}

const editByChance = async ({ size, seed, tally }: ProofRun, broken: Broken = {}): Promise<void> => {
  const { afterDeed = nothing, afterUndo = nothing } = broken
  const undone = new Set<string>()
  for (let begun = 0; begun < size; begun += sequence) {
    const folder = join(await createTestFolder(), 'A')
    await createEditedArchive(folder, countingClock(0))
    const editing = await openEditing(folder, seed + begun, 1)
    let stack: { readonly before: EditState; readonly done: Done & { readonly name: string } }[] = []
    let now = editing.state()
    const turns = Math.min(sequence, size - begun)
    for (let turn = 1; turn <= turns; turn += 1) {
      tally.tried()
      const done = await editing.turn()
      await afterDeed(editing.world, done)
      const after = editing.state()
      for (const fault of faultsOf(now, after, done))
        tally.failed(`deed ${begun + turn}, ${done.name}: ${fault}`)
      stack.push({ before: now, done })
      now = after
      // Back again, the last first: what is left of it is done for good.
      for (let back = editing.world.random.below(4); back > 0 && turn % 3 === 0; back -= 1) {
        const last = stack.pop()
        if (!last) break
        tally.tried()
        const refused = await last.done.undo().then(() => undefined, String)
        if (refused !== undefined) {
          // What lies below it can be undone no more either.
          tally.failed(`undoing deed ${begun + turn}, ${last.done.name}: ${refused}`)
          stack = []
          break
        }
        await afterUndo(editing.world, last.done)
        now = editing.state()
        undone.add(last.done.name)
        for (const id of differencesOf(last.before, now))
          tally.failed(`undoing deed ${begun + turn}, ${last.done.name}: ${id} is not as it was before`)
      }
      stack = stack.slice(-20)
    }
    await editing.close()
    const problems = await checkClosed(folder)
    if (problems > 0) tally.failed(`sequence ${begun / sequence}: verify finds ${problems} problems`)
  }
  if (size < sequence) return
  for (const name of Object.keys(deeds)) if (!undone.has(name)) tally.failed(`${name} was never undone`)
}

const checkClosed = async (folder: string): Promise<number> => {
  const archive = await openArchive(folder, { clock: countingClock(2), mode: 'read' })
  const { problems } = await verifyArchive(archive)
  await archive.close()
  return problems
}

/** An article that a deed is about, as it is now; undefined where it is about none. */
const articleOf = ({ catalogue }: EditWorld, { expected }: Done) =>
  [...expected.keys()]
    .filter((id) => !catalogue.removal(id))
    .map((id) => catalogue.record(id))
    .find((record) => record?.kind === 'article')

proof('each deed does what it says and nothing else, and its undo gives back the exact state of before', {
  promise: 1,
  sizes: { small: 40, ci: 500, full: 10_000 },
  run: (run) => editByChance(run),
  controls: {
    'an undo that forgets a field': (run) =>
      editByChance(run, {
        afterUndo: (world, done) => {
          const article = articleOf(world, done)
          if (article?.kind === 'article' && article.publisher !== undefined) {
            const { publisher: _forgotten, ...rest } = article
            const records = { ...emptyRecordSet, articles: [rest] }
            world.catalogue.commit({ records, action: 'edit', actor: 'tester' })
          }
          return Promise.resolve()
        },
      }),
    'a note that changes another record, too': (run) =>
      editByChance(run, {
        afterDeed: (world, { name }) => {
          const [article] = world.catalogue.recordSet().articles
          if (article && name === 'note') {
            const records = { ...emptyRecordSet, articles: [{ ...article, tags: [] }] }
            world.catalogue.commit({ records, action: 'edit', actor: 'tester' })
          }
          return Promise.resolve()
        },
      }),
  },
})

const killByChance = async ({ size, seed, tally }: ProofRun, ahead?: number): Promise<void> => {
  const random = createRandom(seed)
  const folder = join(await createTestFolder(), 'A')
  await createEditedArchive(folder, countingClock(0))
  // Some are done before they can be killed.
  for (let run = 1; tally.count() < size && run <= size * 2; run += 1) {
    const { wasKilled, wrong } = await killRound({
      folder,
      seed,
      run,
      random,
      ...(ahead === undefined ? {} : { ahead }),
    })
    if (wasKilled) tally.tried()
    else tally.missed()
    if (wrong !== undefined) tally.failed(`run ${run}: ${wrong}`)
  }
}

proof('a process that is killed while it edits has done all that it said, and nothing by halves', {
  promise: 1,
  sizes: { small: 0, ci: 12, full: 150 },
  run: (run) => killByChance(run),
  controls: {
    'a deed that is told before it is done': (run) => killByChance({ ...run, size: 1 }, 5),
  },
})
