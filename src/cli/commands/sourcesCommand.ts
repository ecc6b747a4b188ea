import { Argument, Option, type Command as Program } from 'commander'
import { createDirectClient } from '#core/handlers/createDirectClient'
import { sourceKind } from '#shared/model/citation'
import type { Command, Options } from '../types'
import type { EditOptions } from './sources/editedFields'
import { sourceActions } from './sources/sourceActions'

const several = (value: string, before: readonly string[] = []): string[] => [...before, value]

const describe = (program: Program): Program =>
  program
    .addArgument(new Argument('[action]', 'what to do').choices([...sourceActions.keys()]).default('list'))
    .argument(
      '[ids...]',
      'of sources, of a merge the one to keep first; of undo the step, of recall dismissals',
    )
    .option('--name <name>', 'edit: another name; the former one stays an alias')
    .option(
      '--alias <name>',
      'edit: another name that it is printed as; split: the one to split off',
      several,
    )
    .option('--drop-alias <name>', 'edit: takes a name out', several)
    .addOption(new Option('--kind <kind>', 'edit: what it is').choices([...sourceKind.options, 'unknown']))
    .option('--url <address>', 'edit: its address; empty to take it out')
    .option('--owner <name>', 'edit: who owns or runs it; empty to take it out')
    .option('--house-note <text>', "edit: the house's own words on it; empty to take them out")
    .option('--warning <text>', 'edit: what a desk is told wherever it is cited', several)
    .option('--drop-warning <text>', 'edit: takes a warning out', several)
    .option('--confidential', 'edit: it must not be named outside')
    .option('--no-confidential', 'edit: it may be named')

export const sourcesCommand: Command = {
  name: 'sources',
  writes: true,
  summary: 'list, show and edit sources; merge those that are one, split those that are not, or undo that',
  describe,
  run: (context, [name, ids], options: Options) => {
    const action = sourceActions.get(String(name))
    if (!action) throw new TypeError(`there is no action ${String(name)}`)
    return context.withApp(action.writes ? 'write' : 'read', async (app) => {
      const client = createDirectClient(app)
      await action.run({
        app,
        client,
        context,
        ids: ids as readonly string[],
        options: options as EditOptions,
      })
      return 0
    })
  },
}
