import { Option, type Command as Program } from 'commander'
import type { Selection } from '#shared/contract/work'
import type { App } from '#core/assembleApp'
import { spellingsIn } from '#core/filing/editNames'
import { CuttingsError } from '#shared/errors'
import type { FacetFilter } from '#shared/model/searchFilter'
import { packProfileNames, type PackProfileName } from '#shared/packProfiles'
import { collectIds } from '../readId'
import { savedSearchNamed } from './searchesCommand'

export interface SelectionOptions {
  readonly select?: string
  readonly saved?: string
  readonly collection?: readonly string[]
  readonly tag?: readonly string[]
  readonly id?: readonly string[]
  readonly profile: PackProfileName
}

const several = (value: string, before: readonly string[] = []): string[] => [...before, value]

/** What goes into a pack, and for whom it is. */
export const describeSelection = (program: Program): Program =>
  program
    .option('--select <query>', 'what this search finds')
    .addOption(
      new Option('--saved <name>', 'what the saved search of this name finds, under its filters').conflicts(
        'select',
      ),
    )
    .option('--collection <name>', 'only what is in this collection; may be given again', several)
    .option('--tag <name>', 'only what has this tag; may be given again', several)
    .option('--id <id>', 'this item; may be given again', collectIds)
    .addOption(new Option('--profile <profile>', 'what goes in').choices(packProfileNames).default('full'))

/** The names as the archive spells them. */
const filedUnder = async (
  app: App,
  facet: 'tag' | 'collection',
  names: readonly string[] = [],
): Promise<FacetFilter[]> => {
  const held = (await app.overviews.groups())[`${facet}s`].map(({ name }) => name)
  return names.flatMap((name) => {
    const spellings = spellingsIn(held, name)
    if (spellings.length === 0) throw new CuttingsError('no-such-name', { what: facet, name })
    return spellings.map((value) => ({ facet, value }))
  })
}

const searched = (app: App, { select, saved }: SelectionOptions): Selection => {
  if (saved === undefined) return select === undefined ? {} : { query: select }
  const { text, filters } = savedSearchNamed(app, saved)
  return { query: text, filters: [...filters] }
}

/** Throws `no-such-search` and `no-such-name`. */
export const selectionOf = async (app: App, options: SelectionOptions): Promise<Selection> => {
  const { filters = [], ...rest } = searched(app, options)
  const all = [
    ...filters,
    ...(await filedUnder(app, 'collection', options.collection)),
    ...(await filedUnder(app, 'tag', options.tag)),
  ]
  return {
    ...(options.id ? { ids: [...options.id] } : {}),
    ...rest,
    ...(all.length > 0 ? { filters: all } : {}),
  }
}
