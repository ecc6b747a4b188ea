import { join } from 'node:path'
import { countingClock } from './fixtures/edits/countingClock'
import { createEditedArchive } from './fixtures/edits/createEditedArchive'
import { killRound } from './fixtures/edits/killRound'
import { createRandom } from './fixtures/proof/createRandom'
import { proof, type ProofRun } from './fixtures/proof/proof'
import { createTestFolder } from './store/fixtures/testFolder'

const killByChance = async ({ size, seed, tally }: ProofRun, ahead?: number): Promise<void> => {
  const random = createRandom(seed)
  const folder = join(await createTestFolder(), 'A')
  await createEditedArchive(folder, countingClock(0))
  for (let run = 1; run <= size; run += 1) {
    tally.tried()
    const wrong = await killRound({ folder, seed, run, random, ...(ahead === undefined ? {} : { ahead }) })
    if (wrong) tally.failed(`run ${run}: ${wrong}`)
  }
}

proof('a process that is killed while it edits has done all that it said, and nothing by halves', {
  promise: 1,
  sizes: { small: 1, ci: 12, full: 150 },
  run: (run) => killByChance(run),
  controls: {
    'a deed that is told before it is done': (run) => killByChance({ ...run, size: 1 }, 5),
  },
})
