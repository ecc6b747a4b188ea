import { Option } from 'commander'
import { counted } from '#shared/counted'
import { createDirectClient } from '#core/handlers/createDirectClient'
import { networkView, type Network, type NetworkView } from '#shared/contract/overviews'
import { readNumber } from '../readNumber'
import { textTable } from '../textTable'
import type { Output } from '../output'
import type { Command, Options } from '../types'
import { describeScope, scopeOf } from './overviewScope'

type Named = { readonly name?: string | undefined; readonly text?: string | undefined }

const nameOf = ({ name = 'no publisher stated', text }: Named): string =>
  text === undefined ? name : `${name}  ${text}`

const fromHeads: Readonly<Record<NetworkView, string>> = {
  passages: 'passage',
  articles: 'article',
  publishers: 'publisher',
  together: 'source',
}

const endOf = ({ view, ends, sources }: Network, from: number): Named =>
  (view === 'together' ? sources[from] : ends[from]) ?? {}

const sourceTable = ({ sources }: Network): string =>
  textTable(
    ['source', 'kind', 'articles', 'passages', 'citations'],
    sources.map(({ name, sourceKind = '', articles, passages, citations }) => [
      name,
      sourceKind,
      ...[articles, passages, citations].map(String),
    ]),
    new Set([2, 3, 4]),
  )

const linkTable = (network: Network): string =>
  textTable(
    [fromHeads[network.view], 'source', 'articles', 'passages', 'citations'],
    network.links.map(({ from, to, articles, passages, citations }) => [
      nameOf(endOf(network, from)),
      network.sources[to]?.name ?? '',
      ...[articles, passages, citations].map((count) => String(count ?? '')),
    ]),
    new Set([2, 3, 4]),
  )

const restText = ({ rest }: Network): string | undefined => {
  const parts = [
    [rest.sources, 'source', 'sources'],
    [rest.ends, 'other that they are linked with', 'others that they are linked with'],
    [rest.links, 'link between those shown', 'links between those shown'],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many))
  return told.length > 0 ? `Not listed: ${told.join(', ')}. More with --most.` : undefined
}

const tell = (output: Output, network: Network): void => {
  const { view, totals, sources, ends, links, rest } = network
  for (const source of sources) output.result({ event: 'source', ...source }, undefined)
  for (const end of ends) output.result({ event: 'end', ...end }, undefined)
  for (const { from, to, ...link } of links) {
    const end = endOf(network, from)
    const between = { from: end.name, ...(end.text === undefined ? {} : { text: end.text }) }
    output.result({ event: 'link', ...between, source: sources[to]?.name, ...link }, undefined)
  }
  const { articles, uncited } = totals
  const summary = `${counted(totals.sources, 'source')}, ${counted(totals.citations, 'citation')} at ${counted(totals.passages, 'passage')} of ${counted(articles, 'article')}; ${counted(uncited, 'article cites', 'articles cite')} no source.`
  output.result(
    { event: 'network', view, ...totals, rest },
    [summary, sourceTable(network), linkTable(network), restText(network)]
      .filter((part) => part !== undefined)
      .join('\n\n'),
  )
}

export const networkCommand: Command = {
  name: 'network',
  summary: 'which sources an article, a selection or the archive rests on, and what they are linked with',
  describe: (program) =>
    describeScope(program)
      .addOption(
        new Option(
          '--view <view>',
          'what sources are linked with: passages of one article, or others',
        ).choices(networkView.options),
      )
      .option(
        '--most <n>',
        'at most so many sources, and as many that they are linked with',
        readNumber(1, 200),
      ),
  run: ({ withApp, output, signal }, _, options: Options) =>
    withApp('read', async (app) => {
      const { view, most } = options as { readonly view?: NetworkView; readonly most?: number }
      const asked = {
        scope: scopeOf(options),
        ...(view === undefined ? {} : { view }),
        ...(most === undefined ? {} : { most }),
      }
      tell(output, await createDirectClient(app).overviews.network(asked, { signal }))
      return 0
    }),
}
