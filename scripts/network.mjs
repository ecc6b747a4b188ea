// Shows that nothing calls out: counts what the command line and the application ask the system to connect, bind or send,
// under strace and, for Electron, in a network namespace of its own whose interface looks online.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { findElectron } from './electron.mjs'

const calls = 'connect,sendto,sendmsg,sendmmsg,bind'
const needed = ['strace', 'unshare', 'ip']
const hasProgram = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

/** How long the application is left alone after it was used: ten minutes at full size. */
const idleSeconds = { full: 600, ci: 20 }[process.env.CUTTINGS_PROVE] ?? 5

/** Lines of a trace that name an internet address other than this machine's own loopback. */
const internetCalls = (trace) =>
  trace
    .split('\n')
    .filter((line) => /sa_family=AF_INET6?\b/.test(line))
    .filter((line) => !/inet_addr\("127\.|"::1"/.test(line))

const traced = (command, env, wrap = []) => {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-network-'))
  const log = join(folder, 'trace')
  const done = spawnSync(
    wrap[0] ?? 'strace',
    [
      ...(wrap.length ? [...wrap.slice(1), 'strace'] : []),
      '-f',
      '-qq',
      '--seccomp-bpf',
      '-o',
      log,
      '-e',
      `trace=${calls}`,
      ...command,
    ],
    { env: { ...process.env, ...env }, encoding: 'utf8', timeout: 1_200_000, maxBuffer: 64 * 1024 * 1024 },
  )
  const trace = existsSync(log) ? readFileSync(log, 'utf8') : undefined
  rmSync(folder, { recursive: true, force: true })
  return { status: done.status, output: `${done.stdout ?? ''}${done.stderr ?? ''}`, trace }
}

/** Without an interface that looks online Chromium does not even try, and the test proves nothing. */
const online = `ip link set lo up && ip link add v0 type veth peer name v1 && ip addr add 198.18.0.1/24 dev v0 &&
  ip link set v0 up && ip link set v1 up && ip route add default via 198.18.0.2 && exec "$@"`
const ownNetwork = ['unshare', '-rn', 'bash', '-c', online, 'own-network']

const control = () => {
  const script = "require('node:dgram').createSocket('udp4').connect(9, '192.0.2.1', () => process.exit(0))"
  const { trace } = traced([process.execPath, '-e', script], {}, ownNetwork)
  return trace !== undefined && internetCalls(trace).length > 0
    ? undefined
    : 'the control was not seen: a call to 192.0.2.1 left no line in the trace'
}

const commandLine = () => {
  const { status, trace, output } = traced([process.execPath, 'scripts/demo.mjs'], {})
  if (status !== 0 || trace === undefined) return `the demo did not run: ${output.slice(-600)}`
  return found(internetCalls(trace))
}

const found = (lines) =>
  lines.length ? `${lines.length} calls to internet addresses, the first: ${lines[0]}` : undefined

/** Start, import, reading, search, a pack, and then nothing for a while; `scripts/driveApplication.mjs` does it. */
const application = (electron) => {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-network-app-'))
  const { status, trace, output } = traced(
    [
      'xvfb-run',
      '-a',
      process.execPath,
      'scripts/driveApplication.mjs',
      electron,
      folder,
      String(idleSeconds),
    ],
    {},
    ownNetwork,
  )
  rmSync(folder, { recursive: true, force: true })
  if (status !== 0 || trace === undefined)
    return `the application was not used to the end: ${output.slice(-600)}`
  return found(internetCalls(trace))
}

const missing = needed.filter((name) => !hasProgram(name))
if (missing.length) {
  console.log(`The network was not watched: ${missing.join(', ')} not found.`)
  process.exit(process.env.CI ? 1 : 0)
}

/** A row of the table that `npm run prove` prints. */
const rowOf = (name, given) => ({
  name,
  promise: 5,
  count: 1,
  missed: 0,
  failures: 0,
  controls: 0,
  seed: '',
  ...given,
})

const rows = []
const checks = [
  ['a call that is made is seen', control],
  ['the command line calls nobody', commandLine],
]
const electron = findElectron()
if (electron && hasProgram('xvfb-run'))
  checks.push(['the application calls nobody', () => application(electron)])
else {
  const notRun = 'no Electron runtime or no xvfb-run here'
  const name = `the application calls nobody: not run, ${notRun}`
  console.log(`The application’s network was not watched: ${notRun}.`)
  rows.push(rowOf(name, { count: 0, failures: process.env.CI ? 1 : 0, notRun }))
}

for (const [name, check] of checks) {
  const fault = check()
  console.log(fault ? `FAILED ${name}: ${fault}` : `ok ${name}`)
  rows.push(rowOf(name, { failures: fault ? 1 : 0, controls: check === control ? 1 : 0 }))
}
// What `npm run prove` takes into its table.
mkdirSync('test-results', { recursive: true })
writeFileSync('test-results/network.json', JSON.stringify(rows))
process.exit(rows.some(({ failures }) => failures > 0) ? 1 : 0)
