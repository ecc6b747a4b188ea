import { resolve } from 'node:path'
import { counted } from '#shared/counted'
import type { JobState } from '#shared/contract/jobs'
import type { TableForm } from '#shared/contract/searches'
import type { SearchAsked } from '#shared/model/savedSearch'
import type { App } from '#core/assembleApp'
import { followJob, resultOf } from '../followJob'
import type { CommandContext, ExitStatus } from '../types'

/** Follows a job that writes a table, and tells what was written. */
export const tellTable = async (
  app: App,
  started: JobState,
  path: string,
  context: CommandContext,
): Promise<ExitStatus> => {
  const result = resultOf(await followJob(app, started, context))
  if (result.kind !== 'table') throw new TypeError(`the writing of a table ended as ${result.kind}`)
  const { rows, bytes } = result.table
  context.output.result({ event: 'written', path, rows, bytes }, `Wrote ${counted(rows, 'row')} to ${path}.`)
  return 0
}

/** All hits of a search, without a ceiling, as a table. */
export const writeHits = async (
  app: App,
  asked: SearchAsked,
  form: TableForm,
  file: string,
  context: CommandContext,
): Promise<ExitStatus> => {
  const path = resolve(file)
  return tellTable(app, await app.searches.tables.hits(asked, form, path), path, context)
}
