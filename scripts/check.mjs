// The one check, for contributors and CI alike: every step runs, each says how it went, the last line counts.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'

const reports = 'test-results'

const unitFailures = ({ testResults }) =>
  testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status !== 'passed')
    if (assertionResults.length === 0) return [`${relative('', name)}: ${message.split('\n')[0]}`]
    return failed.map(({ fullName }) => `${relative('', name)} › ${fullName}`)
  })

const specFailures = ({ suites }) =>
  suites.flatMap(({ file, specs, suites: inner }) => [
    ...specs.filter(({ ok }) => !ok).map(({ title }) => `${file} › ${title}`),
    ...specFailures({ suites: inner ?? [] }),
  ])

/** What reads the sources alone, two at a time: each keeps one core busy. */
const widest = 2
const readers = [
  { name: 'types', script: 'types' },
  { name: 'lint', script: 'lint' },
  { name: 'dead code', script: 'dead' },
  { name: 'borders', script: 'borders' },
  { name: 'format', script: 'format' },
  { name: 'notices', script: 'notices', args: ['--check'] },
]

/** What uses both cores by itself, one after another. */
const runners = [
  {
    name: 'unit',
    script: 'unit',
    args: ['--reporter=default', '--reporter=json', `--outputFile.json=${reports}/unit.json`],
    report: `${reports}/unit.json`,
    count: ({ numPassedTests, numFailedTests, numPendingTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests + numPendingTests,
    }),
    failures: unitFailures,
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
    failures: specFailures,
  },
]

const readCounts = (step) => {
  if (!step.report) return { passed: 0, failed: 0, failures: [] }
  try {
    const report = JSON.parse(readFileSync(step.report, 'utf8'))
    return { ...step.count(report), failures: step.failures(report) }
  } catch (error) {
    console.error(`The report of ${step.name} could not be read: ${error.message}`)
    return { passed: 0, failed: 1, failures: [] }
  }
}

/** Ends with what npm ended with; what a step prints is kept until its end where others run beside it. */
const spawnScript = ({ script, args }, isAlone) =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script, ...(args ? ['--', ...args] : [])], {
      stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const printed = []
    child.stdout?.on('data', (part) => printed.push(part))
    child.stderr?.on('data', (part) => printed.push(part))
    const end = (status) => resolve({ status, printed: Buffer.concat(printed).toString('utf8') })
    child.on('error', (error) => end(error.message))
    child.on('close', end)
  })

const runStep = async (step, isAlone) => {
  if (isAlone) console.log(`\n== ${step.name}`)
  const started = Date.now()
  const { status, printed } = await spawnScript(step, isAlone)
  if (!isAlone) console.log(`\n== ${step.name}\n${printed}`.trimEnd())
  const counts = readCounts(step)
  const tests = step.report ? `, ${counts.passed} tests passed, ${counts.failed} failed` : ''
  const word = status === 0 ? 'ok' : 'FAILED'
  return {
    lines: [
      `${step.name}: ${word} (${Math.round((Date.now() - started) / 1000)} s${tests})`,
      ...counts.failures.map((failure) => `  failed: ${failure}`),
    ],
    passed: counts.passed + (status === 0 ? 1 : 0),
    failed: counts.failed + (status === 0 || counts.failed > 0 ? 0 : 1),
  }
}

const runTogether = async (steps) => {
  const waiting = [...steps]
  const done = []
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) done.push(await runStep(step, false))
  }
  await Promise.all(Array.from({ length: widest }, work))
  return done
}

const sumOf = (results, figure) => results.reduce((sum, result) => sum + result[figure], 0)

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const results = [await runStep({ name: 'build', script: 'build' }, true), ...(await runTogether(readers))]
for (const step of runners) results.push(await runStep(step, true))
const failed = sumOf(results, 'failed')
console.log(`\n${results.flatMap(({ lines }) => lines).join('\n')}\n`)
console.log(`${sumOf(results, 'passed')} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
