import type { Citation, Source } from '#shared/model/citation'
import type { SourceLine, Version } from '#shared/model/article'
import type { ParsedArticle, ParsedSourceLine } from '#shared/model/parsed'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import type { Sha256 } from '#shared/model/scalars'
import type { Clock } from '../records/clock'
import { foldName } from '../store/catalogue/foldName'
import { emptyRecordSet } from '../records/recordSets'

export interface RecordsOfOptions {
  /** SHA-256 of the file that was read. */
  readonly original: Sha256
  readonly clock: Clock
  /** A source that is held already under this name or alias. */
  readonly sourceNamed: (name: string) => Source | undefined
}

type Cite = ParsedSourceLine['cites'][number]

/** Finds sources by name, among those that are held and those that this file is the first to name. */
const createSourceFinder = ({ clock, sourceNamed }: RecordsOfOptions) => {
  const made = new Map<string, Source>()
  const find = ({ name, literal, sourceKind }: Cite): Source => {
    const known =
      sourceNamed(name) ?? sourceNamed(literal) ?? made.get(foldName(name)) ?? made.get(foldName(literal))
    if (known) return known
    const source: Source = {
      id: clock.createId(),
      kind: 'source',
      name,
      aliases: foldName(literal) === foldName(name) ? [] : [literal.normalize('NFC').trim()],
      ...(sourceKind ? { sourceKind } : {}),
      warnings: [],
    }
    made.set(foldName(name), source)
    for (const alias of source.aliases) made.set(foldName(alias), source)
    return source
  }
  return { find, made: (): Source[] => [...new Set(made.values())] }
}

const articleOf = (
  parsed: ParsedArticle,
  { original, clock }: RecordsOfOptions,
  findSource: (cite: Cite) => Source,
): ArticleRecord => {
  const articleId = clock.createId()
  const versionId = clock.createId()
  const citations: Citation[] = []
  const sourceLines: SourceLine[] = parsed.sourceLines.map(({ after, literal, order, cites }) => {
    const own = cites.map((cite): Citation => {
      const sourceId = findSource(cite).id
      const base = { id: clock.createId(), kind: 'citation', articleId, versionId, passage: after } as const
      return { ...base, sourceId, literal: cite.literal, origin: 'printed' }
    })
    citations.push(...own)
    return { after, literal, order, citationIds: own.map((citation) => citation.id) }
  })
  const version: Version = {
    id: versionId,
    articleId,
    number: 1,
    original,
    importedAt: clock.now().toISOString(),
    passages: parsed.passages,
    sourceLines,
    slots: parsed.slots,
    furniture: parsed.furniture,
    ...(parsed.doubts.length > 0 ? { doubts: parsed.doubts } : {}),
  }
  return {
    ...parsed.fields,
    id: articleId,
    kind: 'article',
    versions: [version],
    tags: [],
    collections: [],
    citations,
  }
}

/**
 * The records of what was read from one file: an article for each item, citations in the order in which they are printed,
 * and a new source for each name that is not held yet.
 */
export const recordsOf = (items: readonly ParsedArticle[], options: RecordsOfOptions): RecordSet => {
  const sources = createSourceFinder(options)
  const articles = items.map((item) => articleOf(item, options, sources.find))
  return { ...emptyRecordSet, articles, sources: sources.made() }
}
