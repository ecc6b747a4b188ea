import { ORPCError } from '@orpc/client'
import type { ArchiveClient } from '#shared/contract/archive'

const notFound = async (): Promise<never> => {
  throw new ORPCError('not-found', { data: { what: 'passage' } })
}

/** An archive in which no words are found anywhere. */
export const fakeQuotes: ArchiveClient['quotes'] = {
  select: notFound,
  resolve: async () => ({ state: 'orphan' }),
  compare: async () => ({ elsewhere: [] }),
  list: async () => [],
}
