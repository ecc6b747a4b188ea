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
    const { openEngine } = await loadEngine()
    mkdirSync(indexIn(folder))
    const engine = await openEngine(createFileSource(path), indexIn(folder))
    await engine.rebuild()
    engine.close()
  },
  size: (folder) =>
    readdirSync(indexIn(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0),
  open: async (folder, path, source = createFileSource(path)) => {
    const { openEngine } = await loadEngine()
    const engine = await openEngine(source, indexIn(folder), { writable: false })
    return { ...asTyped(engine.query), engine, close: engine.close }
  },
}
