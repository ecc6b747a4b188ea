import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { countingClock } from './fixtures/edits/countingClock'
import { createEditedArchive } from './fixtures/edits/createEditedArchive'
import { editAndKill } from './fixtures/edits/editAndKill'
import { digestOfState, editStateOf } from './fixtures/edits/editState'
import { openEditing } from './fixtures/edits/openEditing'
import { createRandom } from './fixtures/proof/createRandom'
import { proof, type ProofRun } from './fixtures/proof/proof'
import { createTestFolder } from './store/fixtures/testFolder'
import { openArchive } from './store/openArchive'
import { verifyArchive } from './verify/verifyArchive'

/** Deeds that a process is at most let do before it is killed. */
const turns = 20

/** The state after each deed of a run, by its digest: made on a copy, by a process that nobody kills. */
const statesOf = async (folder: string, seed: number, run: number): Promise<string[]> => {
  const copy = join(await createTestFolder(), 'copy')
  await cp(folder, copy, { recursive: true })
  const editing = await openEditing(copy, seed, run)
  const states = [digestOfState(editing.state())]
  for (let turn = 1; turn <= turns; turn += 1) {
    await editing.turn()
    states.push(digestOfState(editing.state()))
  }
  await editing.close()
  return states
}

const killByChance = async ({ size, seed, tally }: ProofRun, ahead?: number): Promise<void> => {
  const random = createRandom(seed)
  const folder = join(await createTestFolder(), 'A')
  await createEditedArchive(folder, countingClock(0))
  for (let run = 1; run <= size; run += 1) {
    tally.tried()
    const states = await statesOf(folder, seed, run)
    const plan = { folder, seed, run, turns, after: 1 + random.below(turns - 5), delay: random.below(12) }
    const told = await editAndKill({ ...plan, ...(ahead === undefined ? {} : { ahead }) })
    const archive = await openArchive(folder, { clock: countingClock(0) })
    const at = states.lastIndexOf(digestOfState(editStateOf(archive.catalogue)))
    if (at < 0) tally.failed(`run ${run}: the state is none that the deeds lead through`)
    else if (at < told) tally.failed(`run ${run}: ${told} deeds were said to be done, ${at} are there`)
    const { problems } = await verifyArchive(archive)
    if (problems > 0) tally.failed(`run ${run}: verify finds ${problems} problems`)
    await archive.close()
  }
}

proof('a process that is killed while it edits has done all that it said, and nothing by halves', {
  promise: 1,
  sizes: { small: 1, ci: 12, full: 150 },
  run: (run) => killByChance(run),
  controls: { 'a deed that is told before it is done': (run) => killByChance({ ...run, size: 1 }, 5) },
})
