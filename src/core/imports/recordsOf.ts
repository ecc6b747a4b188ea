import type { Photo } from '#shared/model/photo'
import type { Reference } from '#shared/model/reference'
import type { ParsedItem, ParsedPhoto, ParsedReference } from '#shared/model/parsed'
import type { AnyRecord, RecordSet } from '#shared/model/records'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { Clock } from '../records/clock'
import { displayName } from '../records/displayName'
import { articleOf, withVersion, type ArticleOfOptions } from './articleOf'
import { createMadeSoFar } from './madeRecords'
import { createReferenceKeys } from './referenceKeys'
import { createSourceFinder } from './sourceFinder'
import { standingOf, type Standing, type StandingLookup } from './standing'

export interface RecordsOfOptions {
  /** SHA-256 of the file that was read. */
  readonly original: Sha256
  readonly rawName: string
  /** SHA-256 of the XMP file that was read with it. */
  readonly sidecar?: Sha256 | undefined
  readonly clock: Clock
  readonly lookup: StandingLookup
  readonly photoOf: ArticleOfOptions['photoOf']
  /** An article of its own, though one of the same address is held. */
  readonly separate?: boolean
}

/** What one parsed record became. */
export type Became =
  | { readonly as: 'new' | 'version'; readonly record: Exclude<AnyRecord, { kind: 'citation' }> }
  | { readonly as: 'held'; readonly id: Id }

export interface MadeRecords {
  /** Without originals. */
  readonly records: Omit<RecordSet, 'originals' | 'claims' | 'notes'>
  readonly became: readonly Became[]
}

const photoOf = (
  { kind, sidecar: _name, held, ...content }: ParsedPhoto,
  { clock, original, sidecar, rawName }: RecordsOfOptions,
): Photo => ({
  ...content,
  id: clock.createId(),
  kind,
  ...(held ? { original, fileName: displayName(rawName) } : { listedIn: original }),
  ...(sidecar === undefined ? {} : { sidecar }),
})

/**
 * The records of what was read from one file: a new record for each item, another version of an article that is held, or
 * nothing where the same is held; and a new source for each name that is not held yet.
 */
export const recordsOf = (items: readonly ParsedItem[], options: RecordsOfOptions): MadeRecords => {
  const { clock, original, separate = false } = options
  const made = createMadeSoFar(options.lookup)
  const { lookup } = made
  const sources = createSourceFinder({ clock, sourceNamed: lookup.sourceNamed })
  const keys = createReferenceKeys((key) => lookup.itemsWith({ kind: 'key', value: key }).length > 0)
  const article = { original, clock, sources, photoOf: options.photoOf }

  const referenceOf = ({ csl, key, source }: ParsedReference): Reference => ({
    id: clock.createId(),
    kind: 'reference',
    key: keys.keyOf(csl, key),
    csl,
    ...(source ? { sourceId: sources.find(source).id } : {}),
    listedIn: original,
  })

  const recordOf = (item: ParsedItem, standing: Exclude<Standing, { as: 'held' }>) => {
    if (item.kind === 'article')
      return standing.as === 'version' ? withVersion(standing.of, item, article) : articleOf(item, article)
    if (item.kind === 'photo') return photoOf(item, options)
    return item.kind === 'reference' ? referenceOf(item) : undefined
  }

  const make = (item: ParsedItem): Became[] => {
    const standing = standingOf(item, lookup, separate)
    if (standing.as === 'held') return [standing]
    if (item.kind === 'source') return [{ as: 'new', record: sources.find(item) }]
    const record = recordOf(item, standing)
    if (!record) return []
    made.add(record)
    return [{ as: standing.as, record }]
  }

  const became = items.flatMap(make)
  return {
    became,
    records: {
      articles: made.ofKind('article'),
      photos: made.ofKind('photo'),
      references: made.ofKind('reference'),
      sources: sources.made(),
    },
  }
}
