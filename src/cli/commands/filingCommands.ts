import { readFile } from 'node:fs/promises'
import { text as readText } from 'node:stream/consumers'
import { Argument, type Command as Program } from 'commander'
import { counted } from '#shared/counted'
import type { App } from '#core/assembleApp'
import { filed, type Filed, type FilingKind } from '#shared/contract/filing'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { plainLine } from '../plainText'
import { collectIds } from '../readId'
import type { Command, CommandContext } from '../types'

const words = { tags: 'tag', collections: 'collection' } as const

interface FilingOptions {
  readonly id?: readonly Id[]
  readonly select?: string
  readonly to?: string
  readonly all?: boolean
}

interface Doing {
  readonly app: App
  readonly kind: FilingKind
  readonly names: readonly string[]
  readonly options: FilingOptions
  readonly context: CommandContext
}

const usage = (reason: string): never => {
  throw new CuttingsError('usage', { reason })
}

const someNames = ({ kind, names }: Doing): readonly string[] =>
  names.length > 0 ? names : usage(`the name of a ${words[kind]} is wanted`)

/** Those given by their ids, then those that the search finds. */
const itemsOf = async ({ app, options: { id, select } }: Doing): Promise<Id[]> => {
  if (id === undefined && select === undefined) usage('--id or --select is wanted: which articles')
  // An index that lags behind would leave articles out without a word.
  if (select !== undefined) await app.search.catchUp()
  const found = select === undefined ? [] : await app.search.select(select)
  const ids = [...new Set([...(id ?? []), ...found])]
  if (ids.length === 0) throw new CuttingsError('selection-empty')
  return ids
}

const tell = ({ context }: Doing, done: Filed): void => {
  const others = done.others === 0 ? '' : ` ${done.others} are no articles and have none.`
  context.output.result({ event: 'filed', ...done }, `Changed ${counted(done.changed, 'article')}.${others}`)
}

const list = async ({ app, kind, context: { output, signal } }: Doing): Promise<void> => {
  for (const { name, articles } of (await app.overviews.groups(signal))[kind])
    output.result({ name, articles }, plainLine(`${articles}  ${name}`))
}

const add = async (doing: Doing): Promise<void> => {
  const { app, kind } = doing
  tell(doing, await app.filing.add({ kind, names: someNames(doing), ids: await itemsOf(doing) }))
}

const remove = async (doing: Doing): Promise<void> => {
  const { app, kind, options } = doing
  const names = someNames(doing)
  tell(
    doing,
    options.all
      ? await app.filing.rename({ kind, names })
      : await app.filing.remove({ kind, names, ids: await itemsOf(doing) }),
  )
}

const rename = async (doing: Doing): Promise<void> => {
  const { app, kind, options } = doing
  const to = options.to ?? usage('--to is wanted: the other name')
  tell(doing, await app.filing.rename({ kind, names: someNames(doing), to }))
}

/** The line of a deed as `--json` printed it. */
const readDeed = async (path: string): Promise<Filed> => {
  const line = path === '-' ? await readText(process.stdin) : await readFile(path, 'utf8')
  try {
    const { event: _event, ...deed } = JSON.parse(line) as Record<string, unknown>
    return filed.parse(deed)
  } catch (cause) {
    throw new CuttingsError('usage', { reason: 'the file is no line that --json printed' }, { cause })
  }
}

const undo = async (doing: Doing): Promise<void> => {
  const [path, ...more] = doing.names
  if (path === undefined || more.length > 0) return usage('one file is wanted, or -')
  const { kind, moves } = await readDeed(path)
  tell(doing, await doing.app.filing.putBack({ kind, moves }))
}

const actions = { list, add, remove, rename, undo } as const

const describe =
  (kind: FilingKind) =>
  (program: Program): Program =>
    program
      .addArgument(new Argument('[action]', 'what to do').choices(Object.keys(actions)).default('list'))
      .argument('[names...]', `names of ${kind}; of undo the file with the line that --json printed, or -`)
      .option('--id <id>', 'add, remove: this article; may be given again', collectIds)
      .option('--select <query>', 'add, remove: the articles that this search finds')
      .option('--all', 'remove: from every article')
      .option('--to <name>', `rename: the other name; one that is there makes one ${words[kind]} of them`)

const filingCommand = (kind: FilingKind): Command => ({
  name: kind,
  writes: true,
  summary: `list your ${kind} with their articles; add, remove or rename one on many articles, or undo that`,
  describe: describe(kind),
  run: (context, [name, names], options) => {
    const action = String(name) as keyof typeof actions
    return context.withApp(action === 'list' ? 'read' : 'write', async (app) => {
      await actions[action]({
        app,
        kind,
        names: names as readonly string[],
        options: options as FilingOptions,
        context,
      })
      return 0
    })
  },
})

export const tagsCommand = filingCommand('tags')
export const collectionsCommand = filingCommand('collections')
