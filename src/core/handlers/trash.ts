import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

export const trashHandlers = (os: ArchiveImplementer, { trash }: Services) => ({
  remove: os.trash.remove.handler(({ input }) => trash.remove(input.ids)),
  restore: os.trash.restore.handler(({ input }) => trash.restore(input.ids)),
  list: os.trash.list.handler(({ input }) => trash.list(input.offset, input.limit)),
  empty: os.trash.empty.handler(() => ({ jobId: trash.empty().id })),
})
