import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import * as z from 'zod'
import { id as idShape } from '#shared/model/scalars'
import { packProfileNames, type PackProfileName } from '#shared/packProfiles'
import { followJob, resultOf } from '../followJob'
import type { Command } from '../types'

const collect = (value: string, before: readonly string[] = []): string[] => [...before, readId(value)]

const readId = (value: string): string => {
  const id = idShape.safeParse(value.toLowerCase())
  if (!id.success) throw new InvalidArgumentError('an id is wanted.')
  return id.data
}

const readDate = (value: string): string => {
  const date = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).safeParse(value)
  if (!date.success)
    throw new InvalidArgumentError('a date is wanted, as 2026-11-22 or 2026-11-22T10:00:00Z.')
  return new Date(date.data).toISOString()
}

interface ExportOptions {
  readonly select?: string
  readonly id?: readonly string[]
  readonly zip?: boolean
  readonly profile: PackProfileName
  readonly date?: string
  readonly identifier?: string
}

export const exportCommand: Command = {
  name: 'export',
  writes: true,
  summary: 'write a citation pack of the selection, or of everything',
  describe: (program) =>
    program
      .argument('<out>', "the pack's own folder or zip, which must not exist")
      .option('--select <query>', 'what this search finds')
      .option('--id <id>', 'this item; may be given again', collect)
      .addOption(new Option('--profile <profile>', 'what goes in').choices(packProfileNames).default('full'))
      .option('--zip', 'write a zip')
      .option('--date <iso>', 'the date that the pack states', readDate)
      .option('--identifier <uuid>', 'the identifier that the pack states', readId),
  run: (context, [out], options) =>
    context.withApp('write', async (app) => {
      const { select, id, zip, profile, date, identifier } = options as unknown as ExportOptions
      const destination = resolve(String(out))
      const started = await app.exports.start({
        selection: { ...(id ? { ids: [...id] } : {}), ...(select === undefined ? {} : { query: select }) },
        destination,
        form: zip || destination.toLowerCase().endsWith('.zip') ? 'zip' : 'folder',
        profile,
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
