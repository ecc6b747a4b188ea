import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Option } from 'commander'
import { createDirectClient } from '#core/handlers/createDirectClient'
import { referenceFormat, type ReferenceFormat } from '#shared/contract/references'
import { CuttingsError } from '#shared/errors'
import type { App } from '#core/assembleApp'
import { missingFields } from '#core/references/missingFields'
import { followJob, resultOf } from '../followJob'
import { plainLine } from '../plainText'
import { collectIds } from '../readId'
import type { Command, CommandContext } from '../types'

interface ReferencesOptions {
  readonly format: ReferenceFormat
  readonly select?: string
  readonly id?: readonly string[]
}

type Deed = (
  app: App,
  place: string | undefined,
  options: ReferencesOptions,
  context: CommandContext,
) => Promise<void>

const wanted = (place: string | undefined, what: string): string => {
  if (place === undefined) throw new CuttingsError('usage', { reason: `${what} is wanted` })
  return resolve(place)
}

const exportList: Deed = async (app, place, { format, select, id }, context) => {
  const path = wanted(place, 'the file to be written, which must not exist,')
  const selection = {
    ...(id ? { ids: [...id] } : {}),
    ...(select === undefined ? {} : { query: select }),
  }
  const started = await app.references.lists.start(selection, format, path)
  const result = resultOf(await followJob(app, started, context))
  if (result.kind !== 'table') throw new TypeError(`a list ended as ${result.kind}`)
  const { rows, bytes } = result.table
  for (const { name, message = '' } of app.jobs.report(started.id, 0, 100_000).files)
    context.output.result({ event: 'not-held', key: name, message }, plainLine(`${name}: ${message}`))
  context.output.result(
    { event: 'exported', path, format, references: rows, bytes },
    `Wrote ${rows} references to ${path}.`,
  )
}

const listMissing: Deed = async (app, _, __, { output, signal }) => {
  const { catalogue } = app.archive
  for (const id of catalogue.ids({ kind: 'reference' }, { by: 'added', direction: 'ascending' })) {
    if (signal.aborted) return
    const record = catalogue.record(id)
    const missing = record?.kind === 'reference' ? missingFields(record.csl) : []
    if (record?.kind !== 'reference' || missing.length === 0) continue
    const { key, csl } = record
    const words = missing.map((one) => one.replaceAll('|', ' or ')).join(', ')
    output.result(
      { id, key, type: csl.type, missing },
      plainLine(`${key}  ${csl.type}  lacks ${words}  ${id}`),
    )
  }
  await Promise.resolve()
}

const listStyles: Deed = async (app, _, __, { output }) => {
  const { styles, locales } = await createDirectClient(app).references.styles({})
  for (const style of styles) output.result(style, plainLine(`${style.id}  ${style.title}`))
  output.text(`Languages: ${locales.join(', ')}`)
}

const addStyle: Deed = async (app, place, _, { output }) => {
  const path = wanted(place, 'a .csl file')
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CuttingsError('style-unreadable', { reason: 'the file cannot be opened' }, { cause })
  })
  const style = await createDirectClient(app).references.addStyle({ text })
  output.result({ event: 'added', ...style }, plainLine(`Added ${style.title} as ${style.id}.`))
}

const deeds = {
  export: { mode: 'read', run: exportList },
  missing: { mode: 'read', run: listMissing },
  styles: { mode: 'read', run: listStyles },
  'add-style': { mode: 'write', run: addStyle },
} as const satisfies Readonly<Record<string, { mode: 'read' | 'write'; run: Deed }>>

const isDeed = (name: string): name is keyof typeof deeds => Object.hasOwn(deeds, name)

export const referencesCommand: Command = {
  name: 'references',
  writes: true,
  summary: 'write references as a list, tell what they lack, list and add citation styles',
  describe: (program) =>
    program
      .argument('<what>', Object.keys(deeds).join(', '))
      .argument('[path]', 'of export: the file to be written; of add-style: a .csl file')
      .addOption(
        new Option('--format <format>', 'of export').choices(referenceFormat.options).default('csl-json'),
      )
      .option('--select <query>', 'of export: what this search finds')
      .option('--id <id>', 'of export: this item; may be given again', collectIds),
  run: (context, [what, path], options) => {
    const name = String(what)
    if (!isDeed(name))
      throw new CuttingsError('usage', { reason: `one of these is wanted: ${Object.keys(deeds).join(', ')}` })
    const { mode, run } = deeds[name]
    return context.withApp(mode, async (app) => {
      const place = path === undefined ? undefined : String(path)
      await run(app, place, options as unknown as ReferencesOptions, context)
      return 0
    })
  },
}
