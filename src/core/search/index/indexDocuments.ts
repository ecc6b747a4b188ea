import type { Id } from '#shared/model/scalars'
import type { DocumentSource } from '#core/search/types'
import type { LiveIndex } from './liveIndex'
import type { MainIndex } from './mainIndex'

export interface DocumentIndexerOptions {
  readonly source: DocumentSource
}

/** Documents indexed between two looks at what else waits. */
const slice = 16

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Brings the live index to what the source holds of these ids now, a slice at a time, and hides them in the main one. */
export const createDocumentIndexer =
  ({ source }: DocumentIndexerOptions, closing: AbortSignal) =>
  async (ids: readonly Id[], into: LiveIndex, beside: MainIndex | undefined): Promise<void> => {
    for (let at = 0; at < ids.length && !closing.aborted; at += slice) {
      if (at > 0) await pause()
      const part = ids.slice(at, at + slice)
      const documents = new Map(source.read(part).map((document) => [document.id, document]))
      for (const id of part) {
        const document = documents.get(id)
        beside?.mask(id)
        if (document) into.put(document)
        else into.remove(id)
      }
    }
  }
