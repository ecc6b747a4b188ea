// This engine as one side among the others, in this process.
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { asTyped } from './asTyped.mjs'
import { loadEngine } from './engineBundle.mjs'
import { createFileSource } from './fileSource.mjs'

export const indexIn = (folder) => join(folder, 'ours')

export const side = {
  load: loadEngine,
  build: async (_articles, folder, path) => {
    const { buildWhole } = await loadEngine()
    mkdirSync(indexIn(folder))
    await buildWhole(createFileSource(path), path, indexIn(folder))
  },
  size: (folder) =>
    readdirSync(indexIn(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0),
  open: async (folder, path, source = createFileSource(path)) => {
    const { openEngine } = await loadEngine()
    const engine = await openEngine(source, path, indexIn(folder), false)
    return { ...asTyped(engine.select), engine, close: engine.close }
  },
}
