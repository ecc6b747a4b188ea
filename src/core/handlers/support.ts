import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

export const supportHandlers = (os: ArchiveImplementer, { origins }: Services) => ({
  passages: os.support.passages.handler(({ input }) => origins.at(input.places)),
  list: os.support.list.handler(({ input: { list, offset, limit } }) => origins.list(list, offset, limit)),
})
