import { resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import * as z from 'zod'
import { followJob, resultOf } from '../followJob'
import type { Command } from '../types'
import { collectWaiver, waiversBy } from './readWaivers'
import { describeSelection, readId, selectionOf, type SelectionOptions } from './selectionOptions'

const readDate = (value: string): string => {
  const date = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).safeParse(value)
  if (!date.success)
    throw new InvalidArgumentError('a date is wanted, as 2026-11-22 or 2026-11-22T10:00:00Z.')
  return new Date(date.data).toISOString()
}

interface ExportOptions extends SelectionOptions {
  readonly zip?: boolean
  readonly date?: string
  readonly identifier?: string
  readonly waive?: ReturnType<typeof collectWaiver>
  readonly by?: string
}

export const exportCommand: Command = {
  name: 'export',
  writes: true,
  summary: 'write a citation pack of the selection, or of everything',
  describe: (program) =>
    describeSelection(program.argument('<out>', "the pack's own folder or zip, which must not exist"))
      .option('--zip', 'write a zip')
      .option('--date <iso>', 'the date that the pack states', readDate)
      .option('--identifier <uuid>', 'the identifier that the pack states', readId)
      .option(
        '--waive <rule=reason>',
        'let what this rule of preflight found be; may be given again',
        collectWaiver,
      )
      .option('--by <name>', 'who waives'),
  run: (context, [out], options) =>
    context.withApp('write', async (app) => {
      const given = options as unknown as ExportOptions
      const { zip, profile, date, identifier } = given
      const destination = resolve(String(out))
      const started = await app.exports.start({
        selection: selectionOf(given),
        destination,
        form: zip || destination.toLowerCase().endsWith('.zip') ? 'zip' : 'folder',
        profile,
        waivers: waiversBy(given.waive ?? [], given.by),
        ...(date === undefined ? {} : { date }),
        ...(identifier === undefined ? {} : { identifier }),
      })
      const result = resultOf(await followJob(app, started, context))
      if (result.kind !== 'export') throw new TypeError(`an export ended as ${result.kind}`)
      const { items, files, sha256 } = result.exported
      context.output.result(
        { event: 'exported', path: destination, items, files, sha256 },
        `Wrote a citation pack of ${items} items and ${files} files to ${destination}.`,
      )
      return 0
    }),
}
