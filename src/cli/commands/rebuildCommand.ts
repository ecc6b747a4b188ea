import { counted } from '#shared/counted'
import { createDirectClient } from '#core/handlers/createDirectClient'
import { followJob, resultOf } from '../followJob'
import type { Command } from '../types'

export const rebuildCommand: Command = {
  name: 'rebuild',
  writes: true,
  summary: 'make derived data (the search index) anew',
  describe: (program) => program,
  run: (context) =>
    context.withApp('write', async (app) => {
      const { jobId } = await createDirectClient(app).library.rebuild({})
      const result = resultOf(await followJob(app, { id: jobId }, context))
      if (result.kind !== 'rebuild') throw new TypeError(`a rebuild ended as ${result.kind}`)
      const { items } = result
      context.output.result(
        { event: 'rebuilt', items },
        `Made the search index anew: ${counted(items, 'item')}.`,
      )
      return 0
    }),
}
