import type { Services } from '../services'
import { titleOf } from '../records/titleOf'
import type { ArchiveImplementer } from './createImplementer'
import { markDamaged } from './markDamaged'
import { found, recordsOfKind } from '../store/found'

const readHandlers = (os: ArchiveImplementer, { archive: { catalogue } }: Services) => ({
  get: os.sources.get.handler(({ input }) => {
    const asked = found(catalogue, 'source', input.id)
    const id = catalogue.keptFor(asked.id)
    const source = found(catalogue, 'source', id)
    return {
      source,
      ...markDamaged(catalogue, source),
      ...catalogue.citedBy(id),
      references: recordsOfKind(catalogue, 'reference', catalogue.referencesOf(id)),
      printed: catalogue.sources.printed(id),
      ...(id === asked.id ? {} : { mergedFrom: { id: asked.id, name: titleOf(asked) } }),
    }
  }),
  passages: os.sources.passages.handler(({ input }) => {
    const id = catalogue.keptFor(found(catalogue, 'source', input.id).id)
    return catalogue.citingPassages(id, input.offset, input.limit)
  }),
})

export const sourceHandlers = (os: ArchiveImplementer, services: Services) => {
  const { sources } = services
  return {
    ...readHandlers(os, services),
    edit: os.sources.edit.handler(({ input }) => sources.edit(input.id, input.fields)),
    counts: os.sources.counts.handler(({ signal }) => sources.counts(signal)),
    proposals: os.sources.proposals.handler(({ input, signal }) => sources.proposals(input, signal)),
    dismiss: os.sources.dismiss.handler(({ input }) => sources.dismiss(input.groups)),
    dismissals: os.sources.dismissals.handler(({ input }) => sources.dismissals(input)),
    recall: os.sources.recall.handler(({ input }) => {
      sources.recall(input.dismissalIds)
      return {}
    }),
    merge: os.sources.merge.handler(({ input }) => sources.merge(input.merges)),
    split: os.sources.split.handler(({ input }) => sources.split(input.id, input.aliases)),
    history: os.sources.history.handler(({ input }) => sources.history(input)),
    undo: os.sources.undo.handler(({ input }) => sources.undo(input.id)),
  }
}
