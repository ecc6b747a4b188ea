import { Option } from 'commander'
import { counted } from '#shared/counted'
import { createDirectClient } from '#core/handlers/createDirectClient'
import type { ArchiveClient } from '#shared/contract/archive'
import { mergeRule, type DuplicateGroup, type MergeRule } from '#shared/contract/duplicates'
import type { App } from '#core/assembleApp'
import { followJob, resultOf } from '../followJob'
import type { Output } from '../output'
import { plainLine } from '../plainText'
import type { Command, CommandContext, ExitStatus } from '../types'

const pageSize = 100

const reasons: Readonly<Record<DuplicateGroup['reason'], string>> = {
  text: 'nearly the same text',
  picture: 'pictures that look alike',
  fields: 'the same fields',
}

const groupText = ({ kind, reason, members, total }: DuplicateGroup): string => {
  const head = `${total} ${kind}s, ${reasons[reason]}:`
  const lines = members.map(({ id, title, subtitle, published, likeness }) =>
    plainLine(
      [`  ${id}`, `${Math.round(likeness * 100)} %`, published, title, subtitle]
        .filter((part) => part !== undefined)
        .join('  '),
    ),
  )
  return [head, ...lines, ...(total > members.length ? [`  and ${total - members.length} more`] : [])].join(
    '\n',
  )
}

const listGroups = async (
  { duplicates }: ArchiveClient,
  { output, signal }: CommandContext,
): Promise<void> => {
  for (let offset = 0; !signal.aborted; offset += pageSize) {
    const { total, groups } = await duplicates.list({ offset, limit: pageSize })
    for (const group of groups) output.result(group, groupText(group))
    if (offset + pageSize < total) continue
    output.text(`${counted(total, 'group')}. To merge them: cuttings duplicates --merge <rule>`)
    return
  }
}

const listHistory = async ({ duplicates }: ArchiveClient, output: Output): Promise<void> => {
  for (let offset = 0; ; offset += pageSize) {
    const { total, steps } = await duplicates.history({ offset, limit: pageSize })
    for (const step of steps) {
      const undone = step.undone === 0 ? '' : `, ${step.undone} undone`
      const text = `${step.id}  ${step.at}  ${step.removed} merged into ${step.merges}${undone}`
      output.result(step, plainLine(step.rule === undefined ? text : `${text}  ${step.rule}`))
    }
    if (offset + pageSize >= total) return
  }
}

const merge = async (app: App, rule: MergeRule, context: CommandContext): Promise<void> => {
  const { jobId } = await createDirectClient(app).duplicates.mergeAll({ rule })
  const result = resultOf(await followJob(app, { id: jobId }, context))
  if (result.kind !== 'merge') throw new TypeError(`a merge ended as ${result.kind}`)
  const { stepId, merges, removed } = result
  context.output.result(
    { event: 'merged', step: stepId, merges, removed },
    merges === 0
      ? 'There was nothing to merge.'
      : `Merged ${removed} into ${merges}. To undo it: cuttings duplicates --undo ${stepId}`,
  )
}

const undo = async (app: App, id: string, context: CommandContext): Promise<void> => {
  const { jobId } = await createDirectClient(app).duplicates.undo({ id })
  const result = resultOf(await followJob(app, { id: jobId }, context))
  if (result.kind !== 'undo') throw new TypeError(`an undo ended as ${result.kind}`)
  const { merges, restored } = result
  context.output.result(
    { event: 'undone', merges, restored },
    `Undone: ${counted(restored, 'item is', 'items are')} back, out of ${counted(merges, 'merge')}.`,
  )
}

export const duplicatesCommand: Command = {
  name: 'duplicates',
  writes: true,
  summary: 'list near duplicates; merge them by a rule, or undo that',
  describe: (program) =>
    program
      .addOption(
        new Option('--merge <rule>', 'keep one of each group, move the others to the trash')
          .choices(mergeRule.options)
          .conflicts(['undo', 'history']),
      )
      .addOption(
        new Option('--undo <id>', 'bring back what a merge or a step of merges removed').conflicts('history'),
      )
      .option('--history', 'list what was merged, the newest first'),
  run: (context, _, { merge: rule, undo: id, history }) => {
    const writes = rule !== undefined || id !== undefined
    return context.withApp(writes ? 'write' : 'read', async (app): Promise<ExitStatus> => {
      const client = createDirectClient(app)
      if (rule !== undefined) await merge(app, mergeRule.parse(rule), context)
      else if (id !== undefined) await undo(app, String(id), context)
      else if (history) await listHistory(client, context.output)
      else await listGroups(client, context)
      return 0
    })
  },
}
