import { resolve } from 'node:path'
import { Option } from 'commander'
import type { FileResult, ImportCounts } from '#shared/contract/jobs'
import type { ErrorReport } from '#shared/errors'
import { CuttingsError } from '#shared/errors'
import type { App } from '#core/assembleApp'
import { loadFormats } from '#core/imports/loadFormats'
import type { PlanOptions } from '#core/imports/types'
import { describeUnlock, readUnlock } from '../readSecret'
import { dryRun } from '../dryRun'
import { followJob, resultOf } from '../followJob'
import type { Output } from '../output'
import { plainLine } from '../plainText'
import type { Command, CommandContext, ExitStatus } from '../types'

/** So many new records make a search that has to read them first slow; fewer it reads in passing. */
const worthAnIndex = 1000

const refused = (output: Output, name: string, error: ErrorReport | undefined): void => {
  const { code, message } = error ?? new CuttingsError('unreadable', { reason: 'unknown' }).toReport()
  output.result({ event: 'refused', name, code, message }, `refused    ${plainLine(`${name}: ${message}`)}`)
}

const tell = (
  output: Output,
  { name, outcome, id, kind, sha256, title, error, message, version }: FileResult,
): void => {
  const said = message === undefined ? {} : { message }
  const remark = message === undefined ? '' : `. ${plainLine(message)}`
  switch (outcome) {
    case 'imported':
      return output.result(
        { event: 'imported', id, kind, name, sha256, ...(version === undefined ? {} : { version }), ...said },
        `imported   ${plainLine(`${name}: ${kind} "${title}"`)} ${id}${remark}`,
      )
    case 'duplicate':
      return output.result(
        { event: 'duplicate', id, name, sha256, ...said },
        `duplicate  ${name}: is held already${remark}`,
      )
    case 'kept':
      return output.result({ event: 'kept', name, sha256 }, `kept       ${name}: not readable`)
    case 'refused':
      return refused(output, name, error)
    default:
      return output.note(plainLine(`${name}: ${message ?? outcome}`))
  }
}

const sayDone = (output: Output, { imported, duplicates, kept, refused }: ImportCounts): void =>
  output.result(
    { event: 'done', imported, duplicates, kept, refused },
    `Done: ${imported} imported, ${duplicates} duplicates, ${kept} kept unread, ${refused} refused.`,
  )

const importNow = async (
  app: App,
  context: CommandContext,
  paths: readonly string[],
  asked: PlanOptions,
): Promise<ExitStatus> => {
  const { output } = context
  const counts = { imported: 0, duplicates: 0, kept: 0, refused: 0 }
  const job = await followJob(app, app.imports.importNow(paths, asked), context, (file) => {
    tell(output, file)
    if (file.outcome === 'imported') counts.imported += 1
    else if (file.outcome === 'duplicate') counts.duplicates += 1
    else if (file.outcome === 'kept') counts.kept += 1
    else if (file.outcome === 'refused') counts.refused += 1
  })
  sayDone(output, counts)
  if (job.state === 'cancelled') {
    output.note(
      `Stopped on request. What was imported (${counts.imported}) is saved; the rest was not begun.`,
    )
    return 1
  }
  resultOf(job)
  if (counts.imported >= worthAnIndex) {
    output.note('Making the search index ...')
    await app.search.rebuild(context.signal)
  }
  return counts.refused > 0 ? 1 : 0
}

const listFormats = async ({ output }: CommandContext): Promise<ExitStatus> => {
  for (const { id, name, extensions, limit } of await loadFormats())
    output.result(
      { id, name, extensions, limit },
      `${id}  ${name} (${extensions.map((extension) => `.${extension}`).join(', ')}), up to ${limit} bytes`,
    )
  return 0
}

export const importCommand: Command = {
  name: 'import',
  writes: true,
  summary: 'import files, folders and citation packs',
  describe: (program) =>
    describeUnlock(program)
      .argument('[paths...]', 'files and folders')
      .option('--dry-run', 'say what would be made, and write nothing')
      .addOption(
        new Option(
          '--take <which>',
          'what a pack has of records that are held with other content: of none, of those that it goes on from (ahead), or of all; the catalogue is copied before',
        )
          .choices(['none', 'ahead', 'all'])
          .default('none'),
      )
      .option('--keep-unreadable', 'keep files that no importer reads, as originals')
      .option('--formats', 'list what can be read'),
  run: async (context, [given], options) => {
    const { dryRun: dry, keepUnreadable, formats, take } = options
    if (formats) return listFormats(context)
    const paths = (given as string[]).map((path) => resolve(path))
    if (paths.length === 0) throw new CuttingsError('usage', { reason: 'Name at least one file or folder.' })
    const unlock = await readUnlock(options)
    const taking = take as 'none' | 'ahead' | 'all'
    const asked = { keepUnreadable: Boolean(keepUnreadable), taking, ...(unlock ? { unlock } : {}) }
    return context.withApp('write', (app) =>
      dry ? dryRun(app, context, paths, asked) : importNow(app, context, paths, asked),
    )
  },
}
