// The one file that knows how the engine is put together; `bundle.mjs` makes it runnable.
import { createAnalyser } from '#core/search/analysis/analyser'
import { createMemorySource } from '#core/search/fixtures/memorySource'
import { buildMainIndex } from '#core/search/index/buildMainIndex'
import { createIndexFiles } from '#core/search/index/indexFiles'
import { createSearchEngine } from '#core/search/searchEngine'

export { createSearchService } from '#core/search/createSearchService'

/** Opens what is saved in a folder; where that is not `writable`, it writes nothing. `options` are further ones of the engine. */
export const openEngine = (source, folder, { writable = true, ...options } = {}) =>
  createSearchEngine({
    source,
    files: createIndexFiles(folder, writable),
    build: () => Promise.resolve(buildMainIndex(source, createAnalyser())),
    ...options,
  })

/** Everything in one index. */
export const openWhole = async (documents, folder) => {
  const engine = await openEngine(createMemorySource(documents), folder)
  await engine.rebuild()
  return engine
}

/** The documents in several indexes, in the order given: as far as the engine lets the number of them be set. */
export const openInParts = async (documents, folder) => {
  const half = Math.ceil(documents.length / 2)
  const source = createMemorySource(documents.slice(0, half))
  const engine = await openEngine(source, folder, { mostLive: documents.length })
  await engine.rebuild()
  source.put(...documents.slice(half))
  await engine.catchUp()
  return engine
}
