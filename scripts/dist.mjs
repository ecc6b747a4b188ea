// Packs the application with electron-builder. With `--dir` it takes the Electron distribution at hand
// (ELECTRON_OVERRIDE_DIST_PATH, else the electron package's own), so that it works offline; such a build is for trying out.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'electron-builder'
import { electronPackage, findElectron } from './electron.mjs'

const root = resolve(import.meta.dirname, '..')
const isTrial = process.argv.includes('--dir')

/** Folder and version of a distribution that is there. */
const distribution = () => {
  const program = findElectron()
  if (!program) return undefined
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronPackage(), 'dist')
  const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  return { electronDist: folder, electronVersion: version }
}

/** A distribution made for tests may carry an application of its own, which must not stand beside ours. */
const removeDefaultApp = (context) => {
  const resources = context.packager.getResourcesDir(context.appOutDir)
  rmSync(join(resources, 'default_app.asar'), { force: true })
}

if (!existsSync(join(root, 'out/main/index.js'))) {
  console.error('Nothing is built yet. Type: npm run build')
  process.exit(1)
}
const found = isTrial ? distribution() : undefined
if (isTrial && !found) {
  console.error('No Electron distribution is at hand; name one with ELECTRON_OVERRIDE_DIST_PATH.')
  process.exit(1)
}
const made = await build({
  projectDir: root,
  dir: isTrial,
  publish: 'never',
  config: { extends: 'electron-builder.yml', ...found, ...(isTrial ? { afterPack: removeDefaultApp } : {}) },
})
console.log(isTrial ? 'Packed into the folder dist, for trying out only.' : made.join('\n'))
