// Whether what was built is as new as what it was built from.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const timeOf = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs

const newest = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(
    stat.mtimeMs,
    ...readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => !name.includes('.test.'))
      .map(({ name }) => newest(join(path, name))),
  )
}

const inputs = ['src', 'resources', 'electron.vite.config.ts', 'package-lock.json']
const outputs = ['out/main/index.js', 'out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html']

export const isFresh = (root) => {
  const built = outputs.map((path) => timeOf(join(root, path)))
  if (built.includes(undefined)) return false
  return Math.min(...built) >= Math.max(...inputs.map((path) => newest(join(root, path))))
}
