import { Option } from 'commander'
import type { Row } from '#shared/contract/library'
import type { RecordKind } from '#shared/model/kinds'
import type { ArchiveClient } from '#shared/contract/archive'
import { createDirectClient } from '#core/handlers/createDirectClient'
import type { Line, Output } from '../output'
import { plainLine } from '../plainText'
import type { Command } from '../types'

const pageSize = 500
const sort = { by: 'added', direction: 'ascending' } as const

const pages = async function* (
  { library }: ArchiveClient,
  kind: Exclude<RecordKind, 'citation'> | undefined,
): AsyncGenerator<Row, void, void> {
  for (let offset = 0; ; offset += pageSize) {
    const filter = kind === undefined ? {} : { kind }
    const { total, rows } = await library.list({ filter, sort, offset, limit: pageSize })
    yield* rows
    if (offset + pageSize >= total) return
  }
}

const rowText = ({ id, kind, title, subtitle, published }: Row): string =>
  plainLine([id, kind, published, title, subtitle].filter((part) => part !== undefined).join('  '))

/** Citations are found through their articles. */
const listCitations = async (client: ArchiveClient, output: Output): Promise<void> => {
  for await (const { id } of pages(client, 'article')) {
    const { article, sources } = await client.articles.get({ id })
    const names = new Map(sources.map((source) => [source.id, source.name]))
    for (const citation of article.citations) {
      const source = citation.sourceId === undefined ? undefined : names.get(citation.sourceId)
      const line: Line = { title: citation.literal, ...(source ? { source } : {}), ...citation }
      output.result(
        line,
        plainLine(`${citation.id}  citation  ${article.headline} [${citation.passage}]  ${citation.literal}`),
      )
    }
  }
}

export const listCommand: Command = {
  name: 'list',
  summary: 'list records, one line each; without a kind, the items',
  describe: (program) =>
    program.addOption(
      new Option('--kind <kind>', 'only these').choices([
        'article',
        'photo',
        'reference',
        'source',
        'citation',
        'claim',
        'note',
      ]),
    ),
  run: (context, _, { kind }) =>
    context.withApp('read', async (app) => {
      const client = createDirectClient(app)
      if (kind === 'citation') await listCitations(client, context.output)
      else
        for await (const row of pages(client, kind as Exclude<RecordKind, 'citation'> | undefined)) {
          if (context.signal.aborted) break
          context.output.result(row, rowText(row))
        }
      return 0
    }),
}
