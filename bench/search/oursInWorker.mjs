// This engine in its worker, as the core has it: each answer comes by a message.
import { appendFileSync } from 'node:fs'
import { asTyped } from './asTyped.mjs'
import { numberToId } from './documents.mjs'
import { loadEngine, workerPath } from './engineBundle.mjs'
import { additionsTo } from './fileSource.mjs'
import { indexIn } from './ours.mjs'

export const side = {
  load: loadEngine,
  open: async (folder, path) => {
    const { createSearchService } = await loadEngine()
    const service = createSearchService({
      workerPath,
      cataloguePath: path,
      folder: indexIn(folder),
      writable: true,
    })
    await service.catchUp()
    return {
      ...asTyped(service.select),
      /** What the page asks for first: twenty hits with their snippets, and counts. */
      shown: (text) => service.query({ text, offset: 0, limit: 20, placesPerHit: 4 }),
      /** Whether an article is among all that have these words. */
      holds: async (id, words) => (await service.select(`${words.join(' ')} `)).includes(numberToId(id)),
      /** Resolves once the article is on the disk and can be found. */
      add: async (article) => {
        appendFileSync(additionsTo(path), `${JSON.stringify(article)}\n`, { flush: true })
        await service.catchUp()
      },
      close: service.close,
    }
  },
}
