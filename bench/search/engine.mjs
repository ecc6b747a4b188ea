// The one file that knows how the engine is put together; `bundle.mjs` makes it runnable.
import { createAnalyser } from '#core/search/analysis/analyser'
import { createMemorySource } from '#core/search/fixtures/memorySource'
import { createIndexFiles } from '#core/search/index/indexFiles'
import { buildSegments, mergeSegments } from '#core/search/index/segmentWork'
import { createSearchEngine } from '#core/search/searchEngine'
import { createSegmentWorker } from '#core/search/worker/segmentWorker'

export { createSearchService } from '#core/search/createSearchService'

/** Segments made in this process, each of at most so many documents where that is given. */
const workHere = (source, mostDocuments) => ({
  build: async (ids, take) => {
    for (const bytes of buildSegments(source, createAnalyser(), ids, mostDocuments))
      if (bytes) await take(bytes)
  },
  merge: (inputs) => Promise.resolve(mergeSegments(inputs)),
})

/** The same segments for good: a merge that fails leaves all as it is. */
const neverMerged = (work) => ({ ...work, merge: () => Promise.reject(new Error('these stay apart')) })

const open = (source, folder, work, { writable = true, ...options } = {}) =>
  createSearchEngine({ source, files: createIndexFiles(folder, writable), work, ...options })

/** Segments made as the program has them made, in workers of `serve.mjs`. */
export const openEngine = (source, path, folder, { writable = true, ...options } = {}) => {
  const file = new URL('serve.mjs', import.meta.url)
  const work = createSegmentWorker(file, { cataloguePath: path, folder, writable })
  return open(source, folder, work, { writable, ...options })
}

/** Makes and saves everything, merges included. */
export const buildWhole = async (source, path, folder) => {
  const work = createSegmentWorker(new URL('serve.mjs', import.meta.url), {
    cataloguePath: path,
    folder,
    writable: true,
  })
  let merging
  const followed = { ...work, merge: (...inputs) => (merging = work.merge(...inputs)) }
  const engine = await open(source, folder, followed)
  await engine.rebuild()
  // What is due to be merged begins with the end of the build.
  await new Promise(setImmediate)
  await merging
  await engine.close()
}

const openInSegments = async (documents, folder, mostDocuments) => {
  const source = createMemorySource(documents)
  const engine = await open(source, folder, neverMerged(workHere(source, mostDocuments)))
  await engine.rebuild()
  return engine
}

/** Everything in one segment. */
export const openWhole = (documents, folder) => openInSegments(documents, folder, documents.length)

/** The documents in ten segments, in the order given. */
export const openInParts = (documents, folder) =>
  openInSegments(documents, folder, Math.ceil(documents.length / 10))
