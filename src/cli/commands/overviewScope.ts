import { Option, type Command as Program } from 'commander'
import type { OverviewScope } from '#shared/contract/overviews'
import { collectIds, readId } from '../readId'
import type { Options } from '../types'

const ways = ['select', 'id', 'source', 'collection', 'tag'] as const

/** One of these may be given. */
const way = (flags: string, text: string, own: (typeof ways)[number]): Option =>
  new Option(flags, text).conflicts(ways.filter((one) => one !== own))

/** Options that say what an overview is of; the whole archive, if none is given. */
export const describeScope = (program: Program): Program =>
  program
    .addOption(way('--select <query>', 'of what this search finds', 'select'))
    .addOption(way('--id <id>', 'of this item; may be given again', 'id').argParser(collectIds))
    .addOption(way('--source <id>', 'of the articles that cite this source', 'source').argParser(readId))
    .addOption(way('--collection <name>', 'of this collection', 'collection'))
    .addOption(way('--tag <name>', 'of what has this tag', 'tag'))

interface ScopeOptions {
  readonly select?: string
  readonly id?: readonly string[]
  readonly source?: string
  readonly collection?: string
  readonly tag?: string
}

export const scopeOf = (options: Options): OverviewScope => {
  const { select, id, source, collection, tag } = options as ScopeOptions
  if (select !== undefined) return { of: 'search', text: select }
  if (id !== undefined) return { of: 'items', ids: [...id] }
  if (source !== undefined) return { of: 'source', id: source }
  if (collection !== undefined) return { of: 'collection', name: collection }
  return tag === undefined ? { of: 'archive' } : { of: 'tag', name: tag }
}
