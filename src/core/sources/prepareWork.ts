import type { Id } from '#shared/model/scalars'
import { createPauses } from '../jobs/createPauses'
import type { Repointing } from '../store/catalogue/repointing'
import type { SourceWork } from '../store/catalogue/sourceWork'
import type { Catalogue } from '../store/types'

/** Up to so many articles are read within the transaction itself. */
const fewArticles = 20

export interface PreparingOptions {
  readonly catalogue: Pick<Catalogue, 'sources'>
  readonly signal: AbortSignal
  readonly onArticle: (done: number, total: number) => void
}

/**
 * Reads what a large change goes through before it is stored, with pauses, so that storing it holds nobody up for long. What
 * changes meanwhile is read again then.
 */
export const prepareWork = async (
  { articleIds, target }: SourceWork,
  { catalogue, signal, onArticle }: PreparingOptions,
): Promise<ReadonlyMap<Id, Repointing>> => {
  const prepared = new Map<Id, Repointing>()
  if (articleIds.length <= fewArticles) return prepared
  const pause = createPauses(signal)
  for (const [done, id] of articleIds.entries()) {
    onArticle(done, articleIds.length)
    const repointing = catalogue.sources.prepare(id, target)
    if (repointing) prepared.set(id, repointing)
    await pause()
  }
  return prepared
}
