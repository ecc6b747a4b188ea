import type { ParsedReference } from '#shared/model/parsed'
import type { CslItem } from '#shared/model/reference'
import { knownSource } from '../text/knownSources'

type NamedSource = NonNullable<ParsedReference['source']>

/** Where an item's source stands: in its container, or with its publisher; and its kind where the type leaves no doubt. */
interface Place {
  readonly variables: readonly ('container-title' | 'publisher')[]
  readonly sourceKind?: NamedSource['sourceKind']
}

const inContainer: Place = { variables: ['container-title', 'publisher'] }
const published: Place = { variables: ['publisher'] }

/** The container of a chapter or of a paper is a book, not a source. */
const places: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['article-newspaper', { ...inContainer, sourceKind: 'outlet' }],
  ['article-magazine', { ...inContainer, sourceKind: 'outlet' }],
  ['broadcast', { variables: ['publisher', 'container-title'], sourceKind: 'outlet' }],
  ['article-journal', inContainer],
  ['article', inContainer],
  ['post', inContainer],
  ['post-weblog', inContainer],
  ['review', inContainer],
  ['webpage', inContainer],
  ['thesis', { ...published, sourceKind: 'institution' }],
])

/** The outlet or institution behind an item, under its full name where it is known. */
export const sourceOfItem = (csl: CslItem): NamedSource | undefined => {
  const { variables, sourceKind } = places.get(csl.type) ?? published
  const name = variables.map((variable) => csl[variable]).find((value) => value !== undefined)
  if (name === undefined || name.trim() === '') return undefined
  const known = knownSource(name)
  if (known) return { name: known.name, sourceKind: known.sourceKind }
  return { name, ...(sourceKind === undefined ? {} : { sourceKind }) }
}
