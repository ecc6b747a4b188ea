import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

export const filingHandlers = (os: ArchiveImplementer, { filing }: Services) => ({
  names: os.filing.names.handler(({ input, signal }) => filing.names(input, signal)),
  add: os.filing.add.handler(({ input }) => filing.add(input)),
  remove: os.filing.remove.handler(({ input }) => filing.remove(input)),
  rename: os.filing.rename.handler(({ input }) => filing.rename(input)),
  putBack: os.filing.putBack.handler(({ input }) => filing.putBack(input)),
})
