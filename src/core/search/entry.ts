import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { openCatalogueReader } from '#core/store/openCatalogueReader'
import { createAnalyser } from './analysis/analyser'
import { createCatalogueDocuments } from './catalogueDocuments'
import { buildMainIndex } from './index/buildMainIndex'
import { createIndexFiles } from './index/indexFiles'
import { createSearchEngine } from './searchEngine'
import type { WorkerStart } from './worker/messages'
import { runBuilder } from './worker/runBuilder'
import { serveSearch } from './worker/serveSearch'

const build = (port: MessagePort, { cataloguePath }: WorkerStart): void => {
  const source = createCatalogueDocuments(openCatalogueReader(cataloguePath))
  const bytes = buildMainIndex(source, createAnalyser())
  source.close()
  port.postMessage(bytes, [bytes.buffer as ArrayBuffer])
}

const serve = (port: MessagePort, start: WorkerStart): void => {
  const engine = createSearchEngine({
    source: createCatalogueDocuments(openCatalogueReader(start.cataloguePath)),
    files: createIndexFiles(start.folder, start.writable),
    build: runBuilder(new URL(import.meta.url), start),
    onState: (state) => port.postMessage({ type: 'state', state }),
  })
  serveSearch(port, engine)
}

const start = workerData as WorkerStart
if (parentPort) (start.role === 'build' ? build : serve)(parentPort, start)
