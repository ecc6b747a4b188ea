import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

export const duplicateHandlers = (os: ArchiveImplementer, { duplicates }: Services) => ({
  counts: os.duplicates.counts.handler(({ signal }) => duplicates.counts(signal)),
  list: os.duplicates.list.handler(({ input, signal }) => duplicates.list(input, signal)),
  members: os.duplicates.members.handler(({ input, signal }) => duplicates.members(input, signal)),
  dismiss: os.duplicates.dismiss.handler(({ input }) => duplicates.dismiss(input.ids)),
  recall: os.duplicates.recall.handler(({ input }) => {
    duplicates.recall(input.dismissalId)
    return {}
  }),
  merge: os.duplicates.merge.handler(({ input }) => duplicates.merge(input.keptId, input.removedIds)),
  mergeAll: os.duplicates.mergeAll.handler(({ input }) => duplicates.mergeAll(input.rule, input.kind)),
  history: os.duplicates.history.handler(({ input }) => duplicates.history(input.offset, input.limit)),
  undo: os.duplicates.undo.handler(({ input }) => duplicates.undo(input.id)),
})
