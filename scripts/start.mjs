// Starts the application: the desktop one where an Electron runtime runs and a window can be shown, else the same pages on
// 127.0.0.1. Builds first what is missing. `npm start -- --browser` asks for the second at once; other words go through.
import { spawn, spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { hasDisplay } from './display.mjs'
import { electronPackage, findElectron } from './electron.mjs'
import { isFresh } from './freshness.mjs'

const root = resolve(import.meta.dirname, '..')
const given = process.argv.slice(2)
const words = given.filter((word) => word !== '--browser' && word !== '--')
const say = (sentence) => console.error(sentence)

const build = () => {
  if (isFresh(root)) return
  say('Building …')
  const built = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (built.status !== 0) {
    say('The build failed; its last lines say why.')
    process.exit(1)
  }
}

/** The electron package's own download, which it makes only when asked. */
const fetchElectron = () => {
  if (process.env.CI || process.env.ELECTRON_OVERRIDE_DIST_PATH) return undefined
  say('Fetching the Electron runtime once (about 110 MB, at most 60 s) …')
  spawnSync(process.execPath, [join(electronPackage(), 'install.js')], {
    timeout: 60_000,
    killSignal: 'SIGKILL',
    stdio: 'ignore',
    env: { ...process.env, ELECTRON_GET_NO_PROGRESS: '1' },
  })
  return findElectron()
}

/** The runtime may be there and its libraries not. */
const runs = (runtime) =>
  spawnSync(runtime, ['--version', '--no-sandbox'], {
    timeout: 8000,
    killSignal: 'SIGKILL',
    stdio: 'ignore',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '' },
  }).status === 0

/** A runtime that can show a window, or the reason why there is none. */
const findWindow = async () => {
  if (given.includes('--browser')) return { reason: 'the browser was asked for' }
  if (!(await hasDisplay())) return { reason: 'there is no display' }
  const runtime = findElectron() ?? fetchElectron()
  if (!runtime) return { reason: 'no Electron runtime is here and none could be fetched' }
  if (!runs(runtime)) return { reason: 'the Electron runtime does not run here (libraries are missing)' }
  return { runtime }
}

const run = (program, args) => {
  // An inherited ELECTRON_RUN_AS_NODE would turn the application into a bare Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    say(`It could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

build()
const { runtime, reason } = await findWindow()
if (runtime) {
  const isRoot = process.getuid?.() === 0
  if (isRoot) say('Running as root, where Chromium has no sandbox: --no-sandbox is given.')
  run(runtime, [root, ...(isRoot ? ['--no-sandbox'] : []), ...words])
} else {
  say(`No window, because ${reason}. The same pages in a browser on this machine:`)
  run(process.execPath, [join(root, 'out/main/cli.js'), 'serve', ...words])
}
