import type { QuoteComparison, QuotePlace } from '#shared/contract/quotes'
import { CuttingsError } from '#shared/errors'
import { plainLine } from '../plainText'
import type { Command } from '../types'
import { targetOf } from './claims/targetOf'
import { runVerb, type VerbRun, type Verbs } from './verbs'

const mark = { same: '', gone: '-', new: '+' } as const

/** How a quotation stands to a passage; words that differ are marked as a difference is: `[-gone-]`, `[+new+]`. */
const comparisonText = (comparison: QuoteComparison): string => {
  switch (comparison.outcome) {
    case 'identical':
      return 'Word for word'
    case 'typographic':
      return `The same words; only the setting differs: ${comparison.differences.join(', ')}`
    case 'words-changed':
      return `Words differ: ${comparison.words
        .map(({ as, text }) => (as === 'same' ? text : `[${mark[as]}${text}${mark[as]}]`))
        .join('')}`
    case 'not-found':
      return 'Not found'
  }
}

const placeText = ({ headline, passage, comparison }: QuotePlace): string =>
  plainLine(`${headline} [${passage}]  ${comparisonText(comparison)}`)

const list = async ({ client, id, context }: VerbRun): Promise<void> => {
  for (const { text, marks, target } of await client.quotes.list({ articleId: id }))
    context.output.result(
      { text, marks, target },
      plainLine(`[${target.passage}]  ${marks[0] ?? ''}${text}${marks[1] ?? marks[0] ?? ''}`),
    )
}

const find = async ({ client, id, context }: VerbRun): Promise<void> => {
  const { elsewhere } = await client.quotes.compare({ quotation: id })
  for (const place of elsewhere) context.output.result(place, placeText(place))
}

const compare = async (run: VerbRun): Promise<void> => {
  const { client, id, options, context } = run
  const target = await targetOf(client, options)
  if (!target) throw new CuttingsError('usage', { reason: 'compare wants the --article and --passage' })
  const { against } = await client.quotes.compare({ quotation: id, target, limit: 0 })
  if (against) context.output.result(against, plainLine(comparisonText(against)))
}

/** What `cuttings quotes` can do. */
const quoteVerbs: Verbs = {
  list: { about: 'the id of an article', run: list },
  find: { about: 'the words', run: find },
  compare: { about: 'the words', wants: ['article', 'passage'], run: compare },
}

export const quotesCommand: Command = {
  name: 'quotes',
  summary: 'list the quotations of an article; find where words stand; compare them with a passage',
  describe: (program) =>
    program
      .argument('<verb>', `one of ${Object.keys(quoteVerbs).join(', ')}`)
      .argument('<of>', 'id of an article, or the words that are quoted')
      .option('--article <id>', 'the article that is quoted')
      .option('--passage <label>', 'the passage of that article')
      .option('--words <words>', 'words of that passage, instead of the whole of it'),
  run: (context, args, options) => runVerb(quoteVerbs, context, args, options),
}
