import type { App } from '#core/assembleApp'
import { CuttingsError } from '#shared/errors'
import type { ArchiveClient } from '#shared/contract/archive'
import type { CommandContext } from '../../types'
import type { EditOptions } from './editedFields'

/** What an action on sources is given: `cuttings sources merge ID ID`. */
export interface Doing {
  readonly app: App
  readonly client: ArchiveClient
  readonly context: CommandContext
  readonly ids: readonly string[]
  readonly options: EditOptions
}

/** Throws `usage` where there is none, or more than one. */
export const theId = ({ ids }: Doing): string => {
  const [id, ...others] = ids
  if (id === undefined || others.length > 0) throw new CuttingsError('usage', { reason: 'one id is wanted' })
  return id
}
