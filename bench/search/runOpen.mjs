// One side opens its saved index and answers a first query: milliseconds, and the MB that it then holds above the bare runtime.
import { tell, told } from './child.mjs'
import { createFileSource } from './fileSource.mjs'
import { loadSide } from './sides.mjs'

const { side: name, folder, path, first } = told()
// A catalogue's documents are there before the index is opened.
const source = createFileSource(path)

const memory = () => {
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().rss / 2 ** 20
}

const before = memory()
const side = await loadSide(name)
const started = performance.now()
const opened = await side.open(folder, path, source)
await opened.typed(first.full, first.prefix)
const ms = performance.now() - started
tell({ ms, memory: memory() - before })
await opened.close()
