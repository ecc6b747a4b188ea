// `npm run prove`: the promises, tried at the size of CI, or with `--full` at full size, and one table of what came of it.
// Proofs are `src/**/*.proof.test.ts` and the e2e tests that carry a `proof` annotation. Options: `--seed n`;
// `--part 2/8`, of the counts that take hours; a word runs only the files whose path has it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    seed: { type: 'string', default: '20261126' },
    part: { type: 'string', default: '1/1' },
  },
  allowPositionals: true,
})
const reports = 'test-results/prove'
const env = {
  ...process.env,
  CUTTINGS_PROVE: values.full ? 'full' : 'ci',
  CUTTINGS_PROVE_SEED: values.seed,
  CUTTINGS_PROVE_PART: values.part,
}

const readReport = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** A test that failed before it had anything to count stands in the table all the same. */
const rowOf = (name, passed, proof) => ({
  name,
  promise: proof?.promise ?? '',
  notRun: proof?.notRun,
  count: proof?.count ?? 0,
  missed: proof?.missed ?? 0,
  failures: passed ? 0 : Math.max(1, proof?.failures ?? 0),
  controls: proof?.controls ?? 0,
  seed: proof?.seed ?? '',
})

const unitRows = (report) =>
  report.testResults.flatMap(({ name: file, assertionResults, message }) => {
    if (assertionResults.length === 0) return [rowOf(`${file}: ${message}`, false)]
    const proofs = assertionResults.filter(({ meta }) => meta?.proof)
    const failed = assertionResults.filter(({ status, meta }) => status !== 'passed' && !meta?.proof)
    return [
      ...proofs.map(({ fullName, status, meta }) => rowOf(fullName, status === 'passed', meta.proof)),
      ...failed.map(({ fullName }) => rowOf(fullName, false)),
    ]
  })

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

const windowRows = (report) =>
  report.suites.flatMap(specsOf).flatMap(({ title, tests }) =>
    tests.map(({ projectName, results, annotations }) => {
      const passed = results.at(-1)?.status === 'passed'
      const stated = annotations.find(({ type }) => type === 'proof')
      const proof = stated && JSON.parse(stated.description)
      return rowOf(`${title} (${projectName})`, passed, proof)
    }),
  )

const steps = [
  {
    report: `${reports}/unit.json`,
    command: (report) => [
      'unit',
      '--project=proof',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--passWithNoTests',
      ...positionals,
    ],
    rows: unitRows,
  },
  {
    report: 'test-results/e2e.json',
    command: () => ['e2e', '--grep=@proof', '--pass-with-no-tests', ...positionals],
    rows: windowRows,
  },
  // A word runs only the files whose path has it, and this is none of them.
  ...(positionals.length > 0
    ? []
    : [{ report: 'test-results/network.json', command: () => ['network'], rows: (rows) => rows }]),
]

const runStep = ({ report, command, rows }) => {
  rmSync(report, { force: true })
  const [script, ...args] = command(report)
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  })
  const read = readReport(report)
  const found = read ? rows(read) : []
  const isUnsaid = status !== 0 && found.every(({ failures }) => failures === 0)
  return isUnsaid ? [...found, rowOf(`${script} ended with ${status}`, false)] : found
}

const heads = {
  promise: 'promise',
  name: 'proof',
  count: 'cases',
  missed: 'not come about',
  failures: 'failures',
  controls: 'controls',
  seed: 'seed',
}
const printTable = (rows) => {
  const columns = Object.keys(heads)
  const widths = columns.map((key) => Math.max(...[heads, ...rows].map((row) => String(row[key]).length)))
  const line = (row) => columns.map((key, index) => String(row[key]).padEnd(widths[index])).join('  ')
  console.log(`\n${[heads, ...rows].map(line).join('\n')}\n`)
}

mkdirSync(reports, { recursive: true })
const started = Date.now()
const rows = steps.flatMap(runStep).sort((a, b) => String(a.promise).localeCompare(String(b.promise)))
const failures = rows.reduce((sum, row) => sum + row.failures, 0)
if (rows.length) printTable(rows)
console.log(
  `${rows.length} proofs, ${rows.reduce((sum, row) => sum + row.count, 0)} cases, ${failures} failures, ` +
    `${rows.reduce((sum, row) => sum + row.controls, 0)} controls, ${Math.round((Date.now() - started) / 1000)} s`,
)
const notRun = rows.filter((row) => row.notRun)
if (notRun.length) console.log(`${notRun.length} of them were not run on this machine: their names say why.`)
process.exit(rows.length > 0 && failures === 0 ? 0 : 1)
