// The engine in a worker, as `core/search/entry.ts` has it, over the corpus in the place of a catalogue.
import { parentPort, workerData } from 'node:worker_threads'
import { serveSearch } from '#core/search/worker/serveSearch'
import { openEngine } from './engine.mjs'
import { createFileSource } from './fileSource.mjs'

const { cataloguePath, folder } = workerData
serveSearch(parentPort, (listen) => openEngine(createFileSource(cataloguePath), folder, { listen }))
