import type { PlanEntry } from '#shared/contract/work'
import type { App } from '#core/assembleApp'
import { followJob, resultOf } from './followJob'
import { plainLine } from './plainText'
import type { CommandContext, ExitStatus } from './types'

const pageSize = 500

const tell = async (
  { imports }: App,
  { output }: CommandContext,
  planId: string,
  { index, name, outcome, sha256, id, title, error, message }: PlanEntry,
): Promise<void> => {
  switch (outcome) {
    case 'add':
    case 'version': {
      const preview = await imports.preview(planId, index)
      const record = preview.kind === 'article' ? preview.parsed : preview
      return output.result(
        { event: 'would-import', kind: preview.kind, name, sha256, record },
        `would import     ${plainLine(`${name}: ${preview.kind} "${title ?? ''}"`)}`,
      )
    }
    case 'duplicate':
      return output.result(
        { event: 'would-duplicate', id, name, sha256 },
        `would duplicate  ${name}: is held already`,
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
  keepUnreadable: boolean,
): Promise<ExitStatus> => {
  const { imports } = app
  const result = resultOf(await followJob(app, imports.plan(paths, { keepUnreadable }), context))
  if (result.kind !== 'plan') throw new TypeError(`a plan ended as ${result.kind}`)
  const { planId } = result
  const { totals } = imports.planned(planId, 0, 1)
  for (let offset = 0; offset < totals.files; offset += pageSize)
    for (const entry of imports.planned(planId, offset, pageSize).entries)
      await tell(app, context, planId, entry)
  await imports.discard(planId)
  const { add: imported, duplicate: duplicates, keep: kept, refuse: refused } = totals
  context.output.result(
    { event: 'done', imported, duplicates, kept, refused },
    `Nothing was written: ${imported} would be imported, ${duplicates} are held, ${kept} would be kept unread, ${refused} would be refused.`,
  )
  return refused > 0 ? 1 : 0
}
