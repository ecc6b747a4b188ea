import { CuttingsError } from '#shared/errors'
import type { TokenTable } from '../process/tokenTable'
import type { PackPages } from './types'

/** What is asked of the pages of a pack: only of one that was written at a place that a person chose for it. */
export const writtenPack =
  (tokens: Pick<TokenTable, 'find'>) =>
  async <T>(token: string, use: (pages: PackPages, pack: string) => Promise<T>): Promise<T> => {
    const entry = tokens.find(token, 'destination')
    if (!entry?.resolved) throw new CuttingsError('token-unknown')
    // The readers of packs are not loaded before there is one to read.
    const { withPackPages } = await import('./openPackPages')
    return withPackPages(entry.path, (pages) => use(pages, entry.path))
  }
