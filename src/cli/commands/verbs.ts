import { CuttingsError } from '#shared/errors'
import { createDirectClient } from '#core/handlers/createDirectClient'
import type { ArchiveClient } from '#shared/contract/archive'
import type { CommandContext, ExitStatus, Options } from '../types'

/** What a verb of a command is given: `cuttings claims show ID`. */
export interface VerbRun {
  readonly client: ArchiveClient
  /** The argument after the verb. */
  readonly id: string
  readonly options: Options
  readonly context: CommandContext
}

export interface Verb {
  readonly writes?: boolean
  /** What stands after the verb, as help and errors call it. */
  readonly about?: string
  readonly wants?: readonly string[]
  readonly run: (run: VerbRun) => Promise<void>
}

export type Verbs = Readonly<Record<string, Verb>>

const mustHave = (name: string, verb: Verb, about: unknown, options: Options): void => {
  if (verb.about !== undefined && about === undefined)
    throw new CuttingsError('usage', { reason: `${name} wants ${verb.about}` })
  if (verb.about === undefined && about !== undefined)
    throw new CuttingsError('usage', { reason: `${name} takes nothing after it` })
  const missing = (verb.wants ?? []).filter((option) => options[option] === undefined)
  if (missing.length > 0)
    throw new CuttingsError('usage', {
      reason: `${name} wants ${missing.map((one) => `--${one}`).join(', ')}`,
    })
}

/** Runs the verb that is named, the first where none is. */
export const runVerb = async (
  verbs: Verbs,
  context: CommandContext,
  [named, about]: readonly unknown[],
  options: Options,
): Promise<ExitStatus> => {
  const [first = ''] = Object.keys(verbs)
  const name = named === undefined ? first : String(named)
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb)
    throw new CuttingsError('usage', { reason: `"${name}" is none of ${Object.keys(verbs).join(', ')}` })
  mustHave(name, verb, about, options)
  return context.withApp(verb.writes ? 'write' : 'read', async (app) => {
    const id = about === undefined ? '' : String(about)
    await verb.run({ client: createDirectClient(app), id, options, context })
    return 0
  })
}

const pageSize = 100

/** Every row of a list that is told in pages. */
export const allRows = async function* <Row>(
  read: (page: { offset: number; limit: number }) => Promise<{ total: number; rows: readonly Row[] }>,
  signal: AbortSignal,
): AsyncGenerator<Row, void, void> {
  for (let offset = 0; !signal.aborted; offset += pageSize) {
    const { total, rows } = await read({ offset, limit: pageSize })
    yield* rows
    if (offset + pageSize >= total) return
  }
}
