// The engine in a worker, as `core/search/entry.ts` has it, over the corpus in the place of a catalogue.
import { parentPort, workerData } from 'node:worker_threads'
import { doTask } from '#core/search/worker/doTask'
import { serveSearch } from '#core/search/worker/serveSearch'
import { openEngine } from './engine.mjs'
import { createFileSource } from './fileSource.mjs'

const { cataloguePath, folder, task } = workerData
const openSource = () => createFileSource(cataloguePath)
if (task) void doTask(parentPort, task, openSource)
else serveSearch(parentPort, (listen) => openEngine(openSource(), cataloguePath, folder, { listen }))
