import { Option } from 'commander'
import { supportListName, type SupportListName } from '#shared/contract/support'
import { CuttingsError } from '#shared/errors'
import type { ArchiveClient } from '#shared/contract/archive'
import { createDirectClient } from '#core/handlers/createDirectClient'
import type { Command, CommandContext } from '../types'
import { passageText, rowText } from './supportText'

const pageSize = 500

const showSupport = async (client: ArchiveClient, id: string, output: CommandContext['output']) => {
  const { versionId, passages, credits, sameText } = await client.articles.support({ id })
  for (const one of passages) output.result({ event: 'passage', id, versionId, ...one }, passageText(one))
  for (const credit of credits)
    output.result({ event: 'credit', id, ...credit }, `credited to ${credit.name}: ${credit.phrase}`)
  for (const { id: other, ...like } of sameText)
    output.result({ event: 'same-text', id, other, ...like }, `the same text: ${other}  ${like.title}`)
}

/** Asks until the whole archive was looked at, then tells what was found, a page at a time. */
const showList = async (
  client: ArchiveClient,
  list: SupportListName,
  { output, signal }: CommandContext,
): Promise<void> => {
  for (let offset = 0; !signal.aborted;) {
    const { total, looked, of, rows } = await client.support.list({ list, offset, limit: pageSize })
    for (const row of rows) output.result({ list, ...row }, rowText(row))
    offset += rows.length
    if (looked < of) output.progress(`${looked} of ${of} looked at`)
    else if (offset >= total) return
  }
}

export const supportCommand: Command = {
  name: 'support',
  summary: 'say what each passage of an article rests on, or list what lacks a source or a credit',
  describe: (program) =>
    program
      .argument('[id]', 'the article')
      .addOption(
        new Option('--list <list>', 'what lacks support in the whole archive').choices(
          supportListName.options,
        ),
      ),
  run: (context, [id], { list }) =>
    context.withApp('read', async (app) => {
      if (typeof id === 'string' && list !== undefined)
        throw new CuttingsError('usage', { reason: 'Give an id or --list, not both.' })
      const client = createDirectClient(app)
      if (typeof id === 'string') await showSupport(client, id, context.output)
      else if (list === undefined)
        throw new CuttingsError('usage', { reason: 'Give the id of an article, or --list.' })
      else await showList(client, list as SupportListName, context)
      return 0
    }),
}
