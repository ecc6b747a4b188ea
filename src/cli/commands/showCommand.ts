import { createDirectClient } from '#core/handlers/createDirectClient'
import { recordText } from '../recordText'
import type { Command } from '../types'

export const showCommand: Command = {
  name: 'show',
  summary: 'show one record, whole',
  describe: (program) => program.argument('<id>', 'id of any record'),
  run: (context, [id]) =>
    context.withApp('read', async (app) => {
      const client = createDirectClient(app)
      const record = await client.records.get({ id: String(id) })
      const sources = record.kind === 'article' ? (await client.articles.get({ id: record.id })).sources : []
      context.output.result(record, recordText(record, sources))
      return 0
    }),
}
