// Where an Electron runtime is, without ever asking the electron package for it: that would download one.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const program =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron'

/** The folder of the electron package. */
export const electronPackage = () => dirname(require.resolve('electron/package.json'))

const isWhole = (folder) => {
  const wanted = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  const version = join(folder, 'dist/version')
  return (
    existsSync(version) &&
    readFileSync(version, 'utf8').trim().replace(/^v/, '') === wanted &&
    existsSync(join(folder, 'path.txt'))
  )
}

/** Path of a runtime that is there: the one that is named, else the electron package's own, where it is whole. */
export const findElectron = () => {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) return existsSync(join(named, program)) ? join(named, program) : undefined
  const folder = electronPackage()
  const own = join(folder, 'dist', program)
  return existsSync(own) && isWhole(folder) ? own : undefined
}
