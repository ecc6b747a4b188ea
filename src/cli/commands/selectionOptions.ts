import { InvalidArgumentError, Option, type Command as Program } from 'commander'
import type { Selection } from '#shared/contract/work'
import { id as idShape } from '#shared/model/scalars'
import { packProfileNames, type PackProfileName } from '#shared/packProfiles'

export const readId = (value: string): string => {
  const id = idShape.safeParse(value.toLowerCase())
  if (!id.success) throw new InvalidArgumentError('an id is wanted.')
  return id.data
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, readId(value)]

export interface SelectionOptions {
  readonly select?: string
  readonly id?: readonly string[]
  readonly profile: PackProfileName
}

/** What goes into a pack, and for whom it is. */
export const describeSelection = (program: Program): Program =>
  program
    .option('--select <query>', 'what this search finds')
    .option('--id <id>', 'this item; may be given again', collect)
    .addOption(new Option('--profile <profile>', 'what goes in').choices(packProfileNames).default('full'))

export const selectionOf = ({ select, id }: SelectionOptions): Selection => ({
  ...(id ? { ids: [...id] } : {}),
  ...(select === undefined ? {} : { query: select }),
})
