import { parentPort, workerData } from 'node:worker_threads'
import { formatBibliography } from './formatBibliography'
import type { BibliographyRequest } from './types'
import type { FromBibliographyWorker } from './workerMessages'

// A worker that formats one bibliography and ends: built to a file of its own, since styles and citeproc are large.
const post = (message: FromBibliographyWorker): void => parentPort?.postMessage(message)

post({
  type: 'done',
  bibliography: formatBibliography(workerData as BibliographyRequest, {
    onProgress: (share) => post({ type: 'progress', share }),
  }),
})
