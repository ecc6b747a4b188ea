import { counted } from '#shared/counted'
import { createDirectClient } from '#core/handlers/createDirectClient'
import type { App } from '#core/assembleApp'
import type { TrashRow } from '#shared/contract/trash'
import { followJob, resultOf } from '../followJob'
import { plainLine } from '../plainText'
import { readId } from '../readId'
import type { Command, CommandContext } from '../types'

const pageSize = 100

const rowText = ({ id, kind, title, at, merged }: TrashRow): string =>
  plainLine(
    [id, kind, at, title, merged && `merged into "${merged.title}"`]
      .filter((part) => part !== undefined)
      .join('  '),
  )

const list = async (app: App, { output }: CommandContext): Promise<void> => {
  const { trash } = createDirectClient(app)
  for (let offset = 0; ; offset += pageSize) {
    const { total, rows } = await trash.list({ offset, limit: pageSize })
    for (const row of rows) output.result(row, rowText(row))
    if (offset + pageSize < total) continue
    output.text(`${total} in the trash.`)
    return
  }
}

const restore = async (app: App, ids: string[], { output }: CommandContext): Promise<void> => {
  const { restored } = await createDirectClient(app).trash.restore({ ids })
  output.result({ event: 'restored', restored, ids }, `Brought back ${restored}.`)
}

const empty = async (app: App, context: CommandContext): Promise<void> => {
  const { jobId } = await createDirectClient(app).trash.empty({})
  const result = resultOf(await followJob(app, { id: jobId }, context))
  if (result.kind !== 'empty') throw new TypeError(`emptying the trash ended as ${result.kind}`)
  const { destroyed, kept, files } = result
  const stay = kept === 0 ? '' : ` ${kept} stay in it, because something names them.`
  context.output.result(
    { event: 'emptied', destroyed, kept, files },
    `Destroyed ${counted(destroyed, 'record')} and ${counted(files, 'file')} that nothing else needs.${stay}`,
  )
}

export const trashCommand: Command = {
  name: 'trash',
  writes: true,
  summary: 'list what was removed; bring it back, or destroy it',
  describe: (program) =>
    program
      .option(
        '--restore <id...>',
        'bring back what was removed and not merged',
        (value, before: string[] = []) => [...before, readId(value)],
      )
      .option(
        '--empty',
        'destroy what is in it, and the files that nothing else needs; this cannot be undone',
      ),
  run: (context, _, { restore: ids, empty: all }) =>
    context.withApp(ids !== undefined || all ? 'write' : 'read', async (app) => {
      if (ids !== undefined) await restore(app, ids as string[], context)
      if (all) await empty(app, context)
      if (ids === undefined && !all) await list(app, context)
      return 0
    }),
}
