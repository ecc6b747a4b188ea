import { Option } from 'commander'
import type { Hit, QueryNote } from '#shared/contract/search'
import { CuttingsError } from '#shared/errors'
import type { SearchAsked } from '#shared/model/savedSearch'
import type { App } from '#core/assembleApp'
import { allHits } from '#core/searches/allHits'
import { readNumber } from '../readNumber'
import type { Output } from '../output'
import { plainLine } from '../plainText'
import type { Command, CommandContext, Options } from '../types'
import { runQueryList, type QueryListOptions } from './runQueryList'
import { savedSearchNamed } from './searchesCommand'
import { writeHits } from './writeHits'

/** Hits that are told where no other number is asked for. */
const usually = 50

type Told = Pick<Hit, 'id' | 'kind' | 'title' | 'score'> & {
  readonly places: readonly Hit['places'][number][]
}

const tell = (output: Output, { id, kind, title, score, places: [place] }: Told): void => {
  const where = place?.passage === undefined ? {} : { passage: place.passage }
  const { snippet = '', ranges = [] } = place ?? {}
  const label = place?.passage ?? place?.field ?? ''
  output.result(
    { id, kind, title, score, ...where, snippet, ranges },
    `${plainLine(title)}\n  ${plainLine([label, snippet].filter(Boolean).join('  '))}\n  ${id}`,
  )
}

const noteText = ({ code, at, word }: QueryNote): string =>
  `Read as plain words: ${code.replaceAll('-', ' ')}${word === undefined ? '' : ` "${word}"`} at ${at}.`

interface SearchOptions extends QueryListOptions {
  readonly kind?: string
  readonly limit?: number
  readonly saved?: string
  readonly list?: string
  readonly jsonl?: string
}

const mustBeOne = (...ways: readonly unknown[]): void => {
  if (ways.filter((way) => way !== undefined).length !== 1)
    throw new CuttingsError('usage', { reason: 'a query is wanted, or --saved, or --list: one of them' })
}

const askedBy = (app: App, query: unknown, { saved, kind }: SearchOptions): SearchAsked => {
  const asked: SearchAsked =
    saved === undefined
      ? { text: String(query), filters: [], sort: 'relevance' }
      : savedSearchNamed(app, saved)
  if (kind === undefined) return asked
  return { ...asked, filters: [...asked.filters, { facet: 'kind', value: kind }] }
}

const tellHits = async (
  app: App,
  asked: SearchAsked,
  limit: number,
  { output, signal }: CommandContext,
): Promise<void> => {
  // An index that lags behind would leave items out without a word.
  await app.search.catchUp()
  let isFirst = true
  for await (const { notes, total, hits } of allHits(app.searches.ask, asked, { most: limit })) {
    if (isFirst) for (const note of notes) output.note(noteText(note))
    if (total === 0) output.text('Nothing was found.')
    isFirst = false
    for (const hit of hits) tell(output, hit)
    if (signal.aborted) return
  }
}

export const searchCommand: Command = {
  name: 'search',
  summary: 'find items, best first; write what was found as a table; run a list of queries',
  describe: (program) =>
    program
      .argument('[query]', 'words, "phrases", AND, OR, NOT, field:value, pref*')
      .addOption(new Option('--kind <kind>', 'only these').choices(['article', 'photo', 'reference']))
      .option('--limit <n>', `at most so many hits (default: ${usually})`, readNumber(1, 1_000_000))
      .option('--saved <name>', 'what the saved search of this name finds')
      .addOption(
        new Option('--csv <file>', 'write all of it as a table to this file, which must not exist').conflicts(
          'limit',
        ),
      )
      .addOption(
        new Option('--jsonl <file>', 'write all hits as JSON lines to this file').conflicts([
          'csv',
          'list',
          'limit',
        ]),
      )
      .addOption(
        new Option('--list <file>', 'run each row of this CSV, TSV or text as a query').conflicts([
          'saved',
          'kind',
          'limit',
        ]),
      )
      .option('--column <name>', 'with --list: the column, by its head, its number from 1, or "line"')
      .addOption(
        new Option('--as <reading>', 'with --list: rows literally, or with the syntax of queries')
          .choices(['phrase', 'query'])
          .default('phrase'),
      )
      .option('--heads', 'with --list: the first row holds heads')
      .option('--no-heads', 'with --list: the first row is a query'),
  run: (context, [query], given: Options) =>
    context.withApp('read', async (app) => {
      const options = given as SearchOptions
      mustBeOne(query, options.saved, options.list)
      if (options.list !== undefined) return runQueryList(app, options.list, options, context)
      const asked = askedBy(app, query, options)
      const [form, file] =
        options.csv === undefined ? ['jsonl' as const, options.jsonl] : ['csv' as const, options.csv]
      if (file !== undefined) return writeHits(app, asked, form, file, context)
      await tellHits(app, asked, options.limit ?? usually, context)
      return 0
    }),
}
