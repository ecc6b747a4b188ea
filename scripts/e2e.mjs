// Runs the e2e specs on both hosts: the loopback host in Chromium always, Electron where a runtime and a display are there.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { getBrowser } from './browser.mjs'
import { findElectron } from './electron.mjs'

const hasProgram = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

/** How Electron gets a display: the one that is there, a virtual one, or none with the reason. */
const display = () => {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return { wrap: [] }
  // Without -noreset the server starts over when its last client leaves, and refuses the next one while it does.
  if (hasProgram('xvfb-run')) return { wrap: ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24 -noreset'] }
  return { reason: 'there is no display, and no xvfb-run' }
}

const electron = () => {
  const runtime = findElectron()
  if (!runtime) return { reason: 'no Electron runtime is installed here' }
  const { wrap, reason } = display()
  return reason ? { reason } : { runtime, wrap }
}

const browser = getBrowser()
if (!browser) {
  console.error('No browser for the tests. Type: npx playwright install chromium')
  process.exit(1)
}

const { runtime, wrap = [], reason } = electron()
const command = [
  ...wrap,
  process.execPath,
  'node_modules/@playwright/test/cli.js',
  'test',
  '--config',
  'e2e/playwright.config.ts',
]
const done = spawnSync(command[0], [...command.slice(1), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: browser, CUTTINGS_E2E_ELECTRON: runtime ?? '' },
})

const installer = join(process.env.CUTTINGS_SHARED ?? '', 'tools/electron-runtime/install.sh')
if (reason) {
  console.log(`The Electron specs were left out: ${reason}.`)
  if (process.env.CI && existsSync(installer)) {
    console.error('In CI, with an installer of the runtime at hand, that is a failure.')
    process.exit(1)
  }
}
process.exit(done.status ?? 1)
