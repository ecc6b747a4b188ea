import { Argument, Option, type Command as Program } from 'commander'
import type { App } from '#core/assembleApp'
import { createDirectClient } from '#core/handlers/createDirectClient'
import type { ArchiveClient } from '#shared/contract/archive'
import type { JobResult } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import { sourceKind } from '#shared/model/citation'
import { followJob, resultOf } from '../followJob'
import { plainLine } from '../plainText'
import type { Command, CommandContext, Options } from '../types'
import { editedFields, type EditOptions } from './editedFields'
import { citingText, whyOf } from './citingLines'
import { groupText, sourceText, stepText } from './sourceLines'

const pageSize = 100

interface Doing {
  readonly app: App
  readonly client: ArchiveClient
  readonly context: CommandContext
  readonly ids: readonly string[]
  readonly options: EditOptions
}

/** Reads a list to its end, a page at a time. */
const tellAll = async <Row>(
  { context }: Doing,
  read: (page: { offset: number; limit: number }) => Promise<{ total: number; rows: readonly Row[] }>,
  tell: (row: Row) => void,
): Promise<number> => {
  for (let offset = 0; ; offset += pageSize) {
    const { total, rows } = await read({ offset, limit: pageSize })
    for (const row of rows) tell(row)
    if (offset + pageSize >= total || context.signal.aborted) return total
  }
}

const list = async (doing: Doing): Promise<void> => {
  const { output } = doing.context
  const sort = { by: 'title', direction: 'ascending' } as const
  await tellAll(
    doing,
    (page) => doing.client.library.list({ filter: { kind: 'source' }, sort, ...page }),
    ({ id, title, subtitle, cited = 0 }) => {
      const kind = subtitle === undefined ? {} : { sourceKind: subtitle }
      output.result(
        { id, name: title, ...kind, citations: cited },
        plainLine(`${id}  ${cited} citations  ${title}${subtitle === undefined ? '' : `  ${subtitle}`}`),
      )
    },
  )
}

const theId = ({ ids }: Doing): string => {
  const [id, ...others] = ids
  if (id === undefined || others.length > 0) throw new CuttingsError('usage', { reason: 'one id is wanted' })
  return id
}

const show = async (doing: Doing): Promise<void> => {
  const view = await doing.client.sources.get({ id: theId(doing) })
  doing.context.output.result({ ...view.source, ...view }, sourceText(view))
}

/** Where it is cited, and why it counts once with others there. */
const passages = async (doing: Doing): Promise<void> => {
  const { client, context } = doing
  const id = theId(doing)
  const { source } = await client.sources.get({ id })
  await tellAll(
    doing,
    async (page) => {
      const { total, rows } = await client.sources.passages({ id, ...page })
      const places = rows.map(({ articleId, passage }) => ({ articleId, passage }))
      const found = await client.support.passages({ places })
      return { total, rows: rows.map((row) => ({ row, why: whyOf(source.id, row, found) })) }
    },
    ({ row, why }) => context.output.result({ ...row, why }, citingText(row, why)),
  )
}

const edit = async (doing: Doing): Promise<void> => {
  const { client, context, options } = doing
  const id = theId(doing)
  const { source } = await client.sources.get({ id })
  const { stepId } = await client.sources.edit({ id: source.id, fields: editedFields(source, options) })
  const step = stepId === undefined ? {} : { step: stepId }
  context.output.result(
    { event: 'edited', id: source.id, ...step },
    stepId === undefined
      ? 'There was nothing to change.'
      : `Edited. To undo it: cuttings sources undo ${stepId}`,
  )
}

const proposals = async (doing: Doing): Promise<void> => {
  const { output } = doing.context
  const total = await tellAll(
    doing,
    async (page) => {
      const { total: all, groups } = await doing.client.sources.proposals(page)
      return { total: all, rows: groups }
    },
    (group) => output.result(group, groupText(group)),
  )
  output.text(`${total} groups. To merge one: cuttings sources merge <id to keep> <id>...`)
}

const history = async (doing: Doing): Promise<void> => {
  const { output } = doing.context
  await tellAll(
    doing,
    async (page) => {
      const { total, steps } = await doing.client.sources.history(page)
      return { total, rows: steps }
    },
    (step) => output.result(step, stepText(step)),
  )
}

const follow = async ({ app, context }: Doing, started: Promise<{ jobId: string }>): Promise<JobResult> =>
  resultOf(await followJob(app, { id: (await started).jobId }, context))

const merge = async (doing: Doing): Promise<void> => {
  const [keptId = '', ...removedIds] = doing.ids
  if (removedIds.length === 0)
    throw new CuttingsError('usage', {
      reason: 'the id of the source to keep is wanted, and those of others',
    })
  const result = await follow(doing, doing.client.sources.merge({ merges: [{ keptId, removedIds }] }))
  if (result.kind !== 'merge') throw new TypeError(`a merge ended as ${result.kind}`)
  const { stepId: step, removed } = result
  doing.context.output.result(
    { event: 'merged', step, merges: result.merges, removed },
    `Merged ${removed} into 1. To undo it: cuttings sources undo ${step}`,
  )
}

const split = async (doing: Doing): Promise<void> => {
  const aliases = [...(doing.options.alias ?? [])]
  if (aliases.length === 0)
    throw new CuttingsError('usage', { reason: '--alias is wanted: what to split off' })
  const result = await follow(doing, doing.client.sources.split({ id: theId(doing), aliases }))
  if (result.kind !== 'split') throw new TypeError(`a split ended as ${result.kind}`)
  const { stepId: step, made, citations } = result
  doing.context.output.result(
    { event: 'split', step, made, citations },
    `Split off ${made.length}, with ${citations} citations. To undo it: cuttings sources undo ${step}`,
  )
}

const dismiss = async ({ client, context, ids }: Doing): Promise<void> => {
  if (ids.length < 2)
    throw new CuttingsError('usage', { reason: 'the ids of two sources or more are wanted' })
  const { dismissalIds } = await client.sources.dismiss({ groups: [[...ids]] })
  context.output.result(
    { event: 'dismissed', dismissals: dismissalIds },
    'They are not proposed together again.',
  )
}

const undo = async (doing: Doing): Promise<void> => {
  const result = await follow(doing, doing.client.sources.undo({ id: theId(doing) }))
  if (result.kind !== 'undo') throw new TypeError(`an undo ended as ${result.kind}`)
  doing.context.output.result({ event: 'undone', steps: result.merges, sources: result.restored }, 'Undone.')
}

interface Action {
  readonly writes: boolean
  readonly run: (doing: Doing) => Promise<void>
}

const actions: ReadonlyMap<string, Action> = new Map([
  ['list', { writes: false, run: list }],
  ['show', { writes: false, run: show }],
  ['passages', { writes: false, run: passages }],
  ['proposals', { writes: false, run: proposals }],
  ['history', { writes: false, run: history }],
  ['edit', { writes: true, run: edit }],
  ['merge', { writes: true, run: merge }],
  ['split', { writes: true, run: split }],
  ['dismiss', { writes: true, run: dismiss }],
  ['undo', { writes: true, run: undo }],
])

const several = (value: string, before: readonly string[] = []): string[] => [...before, value]

const describe = (program: Program): Program =>
  program
    .addArgument(new Argument('[action]', 'what to do').choices([...actions.keys()]).default('list'))
    .argument('[ids...]', 'of sources, of a merge the one to keep first; of undo the step')
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
    const action = actions.get(String(name))
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
