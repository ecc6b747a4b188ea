// Finds a Chromium for the tests, or gets one: given, Playwright's own, the system's, Playwright's installer, apt as root.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']

const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean)
    .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
}

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isProgram)

const playwrightsOwn = () => {
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

/** A browser that is there already, or undefined. */
export const findBrowser = () => {
  const given = process.env.CHROMIUM_PATH
  if (given) return isProgram(given) ? given : undefined
  return playwrightsOwn() ?? onPath() ?? (places[process.platform] ?? []).find(isProgram)
}

const run = (command, args, timeout) =>
  spawnSync(command, args, { stdio: 'ignore', timeout, killSignal: 'SIGKILL' }).status === 0

const canApt = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')

/** A browser, installed where there was none; undefined with a sentence said where that failed too. */
export const getBrowser = () => {
  const found = findBrowser()
  if (found || process.env.CHROMIUM_PATH) return found
  console.log('No Chromium was found. Trying Playwright’s own installer …')
  if (run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], 180_000)) {
    const installed = findBrowser()
    if (installed) return installed
  }
  if (canApt()) {
    console.log('That did not work. Installing Debian’s package chromium with apt-get …')
    run('apt-get', ['update'], 120_000)
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core'], 300_000)
    return findBrowser()
  }
  return undefined
}
