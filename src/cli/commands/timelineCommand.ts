import { Option } from 'commander'
import { createDirectClient } from '#core/handlers/createDirectClient'
import { timeUnit, type Timeline, type TimeUnit } from '#shared/contract/overviews'
import { textTable } from '../textTable'
import type { Command, Options } from '../types'
import { describeScope, scopeOf } from './overviewScope'

const heads = ['published', 'articles', 'passages', 'citations', 'sources']
const numbers = new Set([1, 2, 3, 4])

type Counts = Timeline['undated']

const cells = (name: string, { articles, passages, citations, sources }: Counts): readonly string[] => [
  name,
  ...[articles, passages, citations, sources].map(String),
]

const timelineText = ({ periods, undated, totals }: Timeline): string =>
  textTable(
    heads,
    [
      ...periods.map(({ period, ...counts }) => cells(period, counts)),
      ...(undated.articles > 0 ? [cells('not dated', undated)] : []),
      cells('all', totals),
    ],
    numbers,
  )

export const timelineCommand: Command = {
  name: 'timeline',
  summary: 'what was published and cited when, counted by day, month or year',
  describe: (program) =>
    describeScope(program).addOption(
      new Option('--by <unit>', 'what a line is of; by itself one that can be read').choices(
        timeUnit.options,
      ),
    ),
  run: ({ withApp, output, signal }, _, options: Options) =>
    withApp('read', async (app) => {
      const { by } = options as { readonly by?: TimeUnit }
      const asked = { scope: scopeOf(options), ...(by === undefined ? {} : { by }) }
      const timeline = await createDirectClient(app).overviews.timeline(asked, { signal })
      for (const period of timeline.periods) output.result({ event: 'period', ...period }, undefined)
      output.result({ event: 'undated', ...timeline.undated }, undefined)
      output.result({ event: 'timeline', by: timeline.by, ...timeline.totals }, timelineText(timeline))
      return 0
    }),
}
