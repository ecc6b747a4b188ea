import { createRouterClient } from '@orpc/server'
import type { ArchiveClient } from '#shared/contract/archive'
import type { ArchiveRouter } from './createRouter'

/** The contract without a wire in between, for the command line. */
export const createDirectClient = ({ router }: { readonly router: ArchiveRouter }): ArchiveClient =>
  createRouterClient(router)
