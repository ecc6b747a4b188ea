import { parentPort, workerData } from 'node:worker_threads'
import { answerQuestion } from './answerQuestion'
import type { CitingQuestion } from './citing'
import { createEngines } from './createEngines'
import { formatBibliography } from './formatBibliography'
import type { BibliographyRequest } from './types'
import type { FromBibliographyWorker } from './workerMessages'

// A worker of its own file, since styles and citeproc are large: it formats one bibliography and ends, or, started without
// one, answers questions one after another until it is ended.
const post = (message: FromBibliographyWorker): void => parentPort?.postMessage(message)

const format = async (request: BibliographyRequest): Promise<void> => {
  const onProgress = (share: number): void => post({ type: 'progress', share })
  post({ type: 'done', bibliography: await formatBibliography(request, { onProgress }) })
}

const request = workerData as BibliographyRequest | null
if (request) await format(request)
else {
  const engines = createEngines()
  parentPort?.on('message', (question: CitingQuestion) => {
    void answerQuestion(question, engines).then((answer) => parentPort?.postMessage(answer))
  })
}
