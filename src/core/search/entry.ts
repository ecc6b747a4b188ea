import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { openCatalogueReader } from '#core/store/openCatalogueReader'
import { createCatalogueDocuments } from './catalogueDocuments'
import { createIndexFiles } from './index/indexFiles'
import { createSearchEngine, type SearchEngine } from './searchEngine'
import type { DocumentSource } from './types'
import { doTask } from './worker/doTask'
import type { WorkerStart } from './worker/messages'
import { createSegmentWorker } from './worker/segmentWorker'
import { serveSearch } from './worker/serveSearch'

const serve = (port: MessagePort, start: WorkerStart, openSource: () => DocumentSource): void => {
  const open = (listen: () => void): Promise<SearchEngine> =>
    createSearchEngine({
      source: openSource(),
      files: createIndexFiles(start.folder, start.writable),
      work: createSegmentWorker(new URL(import.meta.url), start),
      onState: (state) => port.postMessage({ type: 'state', state }),
      listen,
      mostLive: smallIndex(),
    })
  serveSearch(port, open)
}

/** For tests of the built program, which can't wait for thousands of items: documents of a segment and of the live index. */
const smallIndex = (): number | undefined => {
  const asked = Number(process.env['CUTTINGS_INDEX_SIZE'])
  return Number.isInteger(asked) && asked > 0 ? asked : undefined
}

const start = workerData as WorkerStart
const openSource = (): DocumentSource => createCatalogueDocuments(openCatalogueReader(start.cataloguePath))
if (parentPort && start.task) void doTask(parentPort, start.task, openSource, smallIndex())
else if (parentPort) serve(parentPort, start, openSource)
