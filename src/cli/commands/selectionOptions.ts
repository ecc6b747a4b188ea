import { Option, type Command as Program } from 'commander'
import type { Selection } from '#shared/contract/work'
import type { App } from '#core/assembleApp'
import { packProfileNames, type PackProfileName } from '#shared/packProfiles'
import { collectIds } from '../readId'
import { savedSearchNamed } from './searchesCommand'

export interface SelectionOptions {
  readonly select?: string
  readonly saved?: string
  readonly id?: readonly string[]
  readonly profile: PackProfileName
}

/** What goes into a pack, and for whom it is. */
export const describeSelection = (program: Program): Program =>
  program
    .option('--select <query>', 'what this search finds')
    .addOption(
      new Option('--saved <name>', 'what the saved search of this name finds, under its filters').conflicts(
        'select',
      ),
    )
    .option('--id <id>', 'this item; may be given again', collectIds)
    .addOption(new Option('--profile <profile>', 'what goes in').choices(packProfileNames).default('full'))

const searched = (app: App, { select, saved }: SelectionOptions): Selection => {
  if (saved === undefined) return select === undefined ? {} : { query: select }
  const { text, filters } = savedSearchNamed(app, saved)
  return { query: text, filters: [...filters] }
}

export const selectionOf = (app: App, options: SelectionOptions): Selection => ({
  ...(options.id ? { ids: [...options.id] } : {}),
  ...searched(app, options),
})
