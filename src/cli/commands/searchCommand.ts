import { Option } from 'commander'
import type { Hit, QueryNote } from '#shared/contract/search'
import { createDirectClient } from '#core/handlers/createDirectClient'
import { readNumber } from '../readNumber'
import type { Output } from '../output'
import { plainLine } from '../plainText'
import type { Command } from '../types'

const pageSize = 200

const tell = (output: Output, { id, kind, title, score, places: [place] }: Hit): void => {
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

export const searchCommand: Command = {
  name: 'search',
  summary: 'find items, best first',
  describe: (program) =>
    program
      .argument('<query>', 'words, "phrases", AND, OR, NOT, field:value, pref*')
      .addOption(new Option('--kind <kind>', 'only these').choices(['article', 'photo', 'reference']))
      .option('--limit <n>', 'at most so many hits', readNumber(1, 1_000_000), 50),
  run: ({ withApp, output }, [query], { kind, limit }) =>
    withApp('read', async (app) => {
      const client = createDirectClient(app)
      // An index that lags behind would leave items out without a word.
      await app.search.catchUp()
      const asked = {
        text: String(query),
        ...(kind === undefined ? {} : { filters: [{ facet: 'kind' as const, value: String(kind) }] }),
        placesPerHit: 1,
        facets: false,
      }
      let [offset, total] = [0, 1]
      while (offset < Math.min(Number(limit), total)) {
        const size = Math.min(pageSize, Number(limit) - offset)
        const answer = await client.search.query({ ...asked, offset, limit: size })
        if (offset === 0) for (const note of answer.notes) output.note(noteText(note))
        for (const hit of answer.hits) tell(output, hit)
        total = answer.total
        offset += size
      }
      if (total === 0) output.text('Nothing was found.')
      return 0
    }),
}
