import { CuttingsError } from '#shared/errors'
import type { NoteRow } from '#shared/contract/notes'
import type { Note, NoteTarget } from '#shared/model/note'
import { plainLine } from '../plainText'
import type { Command } from '../types'
import { targetOf } from './claims/targetOf'
import { allRows, runVerb, type VerbRun, type Verbs } from './verbs'

const rowText = ({ id, open, text, target, item }: NoteRow): string => {
  const place = `${item?.title ?? target.itemId}${target.passage === undefined ? '' : ` [${target.passage}]`}`
  return plainLine([id, open ? 'open' : 'closed', place, text].join('  '))
}

const tell = ({ context }: VerbRun, note: Note, done: string): void =>
  context.output.result(note, plainLine(`${done} ${note.id}  ${note.text}`))

const list = async ({ client, options, context }: VerbRun): Promise<void> => {
  const asked = {
    ...(options['open'] ? { open: true } : {}),
    ...(options['article'] === undefined ? {} : { itemId: String(options['article']) }),
  }
  for await (const row of allRows((page) => client.notes.list({ ...asked, ...page }), context.signal))
    context.output.result(row, rowText(row))
}

const targetIn = async ({ client, options }: VerbRun): Promise<NoteTarget> => {
  const { article, item, passage } = options
  if (passage === undefined) {
    const itemId = item ?? article
    if (itemId === undefined)
      throw new CuttingsError('usage', { reason: 'a note is about an --item or an --article' })
    return { itemId: String(itemId) }
  }
  const target = await targetOf(client, options)
  if (!target) throw new CuttingsError('usage', { reason: 'a passage is one of an --article' })
  const { articleId, ...place } = target
  return { itemId: articleId, ...place }
}

const add = async (run: VerbRun): Promise<void> => {
  const { client, options } = run
  const note = { target: await targetIn(run), text: String(options['text']), open: options['open'] === true }
  tell(run, await client.notes.make(note), 'Made')
}

const setOpen =
  (open: boolean) =>
  async (run: VerbRun): Promise<void> =>
    tell(run, await run.client.notes.edit({ id: run.id, open }), open ? 'Opened' : 'Closed')

const withdraw = async ({ client, id, context }: VerbRun): Promise<void> => {
  await client.notes.withdraw({ id })
  context.output.result(
    { event: 'withdrawn', id },
    plainLine(`Withdrawn. To bring it back: cuttings notes restore ${id}`),
  )
}

const about = 'the id of a note'

const noteVerbs: Verbs = {
  list: { run: list },
  add: { writes: true, wants: ['text'], run: add },
  edit: {
    writes: true,
    about,
    wants: ['text'],
    run: async (run) =>
      tell(run, await run.client.notes.edit({ id: run.id, text: String(run.options['text']) }), 'Edited'),
  },
  close: { writes: true, about, run: setOpen(false) },
  reopen: { writes: true, about, run: setOpen(true) },
  withdraw: { writes: true, about, run: withdraw },
  restore: {
    writes: true,
    about,
    run: async (run) => tell(run, await run.client.notes.restore({ id: run.id }), 'Restored'),
  },
}

export const notesCommand: Command = {
  name: 'notes',
  writes: true,
  summary: 'list notes; add, edit, close, reopen, withdraw or restore one',
  describe: (program) =>
    program
      .argument('[verb]', `one of ${Object.keys(noteVerbs).join(', ')} (default: list)`)
      .argument('[id]', about)
      .option('--text <words>', 'the note')
      .option('--open', 'something that is still to be done; in a list only these')
      .option('--item <id>', 'what it is about')
      .option('--article <id>', 'the article that it is about')
      .option('--passage <label>', 'the passage of that article')
      .option('--words <words>', 'words of that passage, instead of the whole of it'),
  run: (context, args, options) => runVerb(noteVerbs, context, args, options),
}
