// `npm run soak -- --minutes n [--seed s]`: edits, imports, kills, losses and repairs by chance on one archive, checked after each
// round. The same seed does the same. Where something is wrong, the archive is left to be looked at.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'cuttings-soak-'))
console.log(`seed ${values.seed}, ${values.minutes} minutes`)
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-transform-types',
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, '../src/core/fixtures/edits/soakProcess.mjs'),
    folder,
    values.minutes,
    values.seed,
  ],
  { stdio: 'inherit' },
)
if (status === 0) rmSync(folder, { recursive: true, force: true })
else console.log(`The archive is in ${folder}. The same again: npm run soak -- --seed ${values.seed}`)
process.exit(status ?? 1)
