import { createDirectClient } from '#core/handlers/createDirectClient'
import { daysInTrash } from '#shared/daysInTrash'
import { readId } from '../readId'
import type { Command } from '../types'

export const removeCommand: Command = {
  name: 'remove',
  writes: true,
  summary: 'move articles, photos or references to the trash',
  describe: (program) =>
    program.argument('<id...>', 'ids of the items', (value: string, before: string[] | undefined) => [
      ...(before ?? []),
      readId(value),
    ]),
  run: (context, [ids]) =>
    context.withApp('write', async (app) => {
      const asked = ids as string[]
      const { removed } = await createDirectClient(app).trash.remove({ ids: asked })
      context.output.result(
        { event: 'removed', removed, ids: asked },
        `Moved ${removed} to the trash, where they stay for ${daysInTrash} days. To bring them back: cuttings trash --restore ${asked.join(' ')}`,
      )
      return 0
    }),
}
