// The one check, for contributors and CI alike: every step runs, each says how it went, the last line counts.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

const reports = 'test-results'
const steps = [
  { name: 'build', script: 'build' },
  { name: 'types', script: 'types' },
  { name: 'borders', script: 'borders' },
  { name: 'lint', script: 'lint' },
  { name: 'dead code', script: 'dead' },
  { name: 'format', script: 'format' },
  { name: 'notices', script: 'notices', args: ['--check'] },
  {
    name: 'unit',
    script: 'unit',
    args: ['--reporter=default', '--reporter=json', `--outputFile.json=${reports}/unit.json`],
    report: `${reports}/unit.json`,
    count: ({ numPassedTests, numFailedTests, numPendingTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests + numPendingTests,
    }),
  },
  { name: 'network', script: 'network' },
  {
    name: 'e2e',
    script: 'e2e',
    report: `${reports}/e2e.json`,
    count: ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + stats.skipped,
    }),
  },
]

const readCounts = (step) => {
  if (!step.report) return { passed: 0, failed: 0 }
  try {
    return step.count(JSON.parse(readFileSync(step.report, 'utf8')))
  } catch (error) {
    console.error(`The report of ${step.name} could not be read: ${error.message}`)
    return { passed: 0, failed: 1 }
  }
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const lines = []
let passed = 0
let failed = 0
for (const step of steps) {
  console.log(`\n== ${step.name}`)
  const started = Date.now()
  const args = ['run', '--silent', step.script, ...(step.args ? ['--', ...step.args] : [])]
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' })
  const counts = readCounts(step)
  const tests = step.report ? `, ${counts.passed} tests passed, ${counts.failed} failed` : ''
  const word = status === 0 ? 'ok' : 'FAILED'
  lines.push(`${step.name}: ${word} (${Math.round((Date.now() - started) / 1000)} s${tests})`)
  passed += counts.passed + (status === 0 ? 1 : 0)
  failed += counts.failed + (status === 0 || counts.failed > 0 ? 0 : 1)
}
console.log(`\n${lines.join('\n')}\n`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
