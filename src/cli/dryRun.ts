import type { PackConflict } from '#shared/contract/packConflict'
import type { PlanEntry } from '#shared/contract/work'
import { counted } from '#shared/counted'
import type { App } from '#core/assembleApp'
import type { PlanOptions } from '#core/imports/types'
import { titleOfParsed } from '#core/records/titleOf'
import { followJob, resultOf } from './followJob'
import type { Output } from './output'
import { plainLine } from './plainText'
import type { CommandContext, ExitStatus } from './types'

const pageSize = 500

const lineageWords = {
  ahead: 'The pack goes on from it.',
  apart: 'Both went on from the same state.',
  unknown: 'Which is later is not known.',
} as const

/** What is to be known beside what would become of a file: what a pack completes or lacks, or that it lies in the trash. */
const saidOf = (message: string | undefined) => (message === undefined ? {} : { message })
const remarkOf = (message: string | undefined): string => (message === undefined ? '' : `. ${message}`)

/** A line for each record that would be made; a citation pack is one. */
const tellRecords = async (
  { recordsIn, preview }: App['imports'],
  output: Output,
  planId: string,
  { index, name, sha256, title, message }: PlanEntry,
): Promise<void> => {
  const records = await recordsIn(planId, index)
  for (const record of records)
    output.result(
      { event: 'would-import', kind: record.kind, name, sha256, record },
      `would import     ${plainLine(`${name}: ${record.kind} "${titleOfParsed(record) ?? ''}"`)}`,
    )
  if (records.length > 0) return
  const { kind, ...record } = await preview(planId, index)
  output.result(
    { event: 'would-import', kind, name, sha256, record: { kind, ...record }, ...saidOf(message) },
    `would import     ${plainLine(`${name}: ${kind} "${title ?? ''}"${remarkOf(message)}`)}`,
  )
}

const differenceOf = ({ fields, passages, citations, takeable }: PackConflict): string => {
  const names = [
    ...fields,
    ...(passages > 0 ? [counted(passages, 'passage')] : []),
    ...(citations > 0 ? [counted(citations, 'citation')] : []),
  ]
  const different = names.length > 0 ? ` Different: ${names.join(', ')}.` : ''
  return takeable ? different : `${different} It cannot be taken.`
}

/** A line for each record of a pack that is held with other content, and what differs. */
const tellConflicts = (
  { conflicts }: App['imports'],
  output: Output,
  planId: string,
  { index, name }: PlanEntry,
): void => {
  for (const conflict of conflicts(planId, index)) {
    const { kind, title, lineage } = conflict
    const said = `${name}: ${kind} "${title}" is held with other content. ${lineageWords[lineage]}${differenceOf(conflict)}`
    output.result({ event: 'conflict', name, ...conflict }, `conflict         ${plainLine(said)}`)
  }
}

const tell = async (
  { imports }: App,
  { output }: CommandContext,
  planId: string,
  entry: PlanEntry,
): Promise<void> => {
  const { name, outcome, sha256, id, error, message } = entry
  switch (outcome) {
    case 'add':
    case 'version':
      return tellRecords(imports, output, planId, entry)
    case 'duplicate':
      return output.result(
        { event: 'would-duplicate', id, name, sha256, ...saidOf(message) },
        `would duplicate  ${plainLine(`${name}: is held already${remarkOf(message)}`)}`,
      )
    case 'keep':
      return output.result({ event: 'would-keep', name, sha256 }, `would keep       ${name}: not readable`)
    case 'note':
      return output.note(`${name}: ${message ?? ''}`)
    case 'refuse':
      return output.result(
        { event: 'would-refuse', name, code: error?.code, message: error?.message },
        `would refuse     ${plainLine(`${name}: ${error?.message ?? ''}`)}`,
      )
  }
}

/** Says what an import would make of these files; nothing is written to the archive's records and originals. */
export const dryRun = async (
  app: App,
  context: CommandContext,
  paths: readonly string[],
  asked: PlanOptions,
): Promise<ExitStatus> => {
  const { imports } = app
  const result = resultOf(await followJob(app, imports.plan(paths, asked), context))
  if (result.kind !== 'plan') throw new TypeError(`a plan ended as ${result.kind}`)
  const { planId } = result
  const { totals } = imports.planned(planId, 0, 1)
  for (let offset = 0; offset < totals.files; offset += pageSize)
    for (const entry of imports.planned(planId, offset, pageSize).entries) {
      await tell(app, context, planId, entry)
      tellConflicts(imports, context.output, planId, entry)
    }
  await imports.discard(planId)
  const { add, version, duplicate: duplicates, keep: kept, refuse: refused } = totals
  const imported = add + version
  context.output.result(
    { event: 'done', imported, duplicates, kept, refused },
    `Nothing was written: ${imported} would be imported, ${duplicates} are held, ${kept} would be kept unread, ${refused} would be refused.`,
  )
  return refused > 0 ? 1 : 0
}
