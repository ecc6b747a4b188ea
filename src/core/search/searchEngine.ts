import type { IndexState } from '#shared/contract/library'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { createAnalyser } from './analysis/analyser'
import { createPlaceFinder } from './highlight/findPlaces'
import type { IndexFiles } from './index/indexFiles'
import { createIndexKeeper } from './index/indexKeeper'
import type { SegmentWork } from './index/segmentWork'
import { createPhraseChecker } from './query/checkPhrases'
import { runSearch, type Found } from './query/search'
import type { Plan } from './query/plan'
import type {
  DocumentSource,
  PlaceRanges,
  SearchAnswer,
  SearchDocument,
  SearchHit,
  SearchQuery,
} from './types'

export interface SearchEngineOptions {
  readonly source: DocumentSource
  readonly files: IndexFiles
  /** Makes segments, away from this thread where there is one to spare. */
  readonly work: SegmentWork
  readonly onState?: (state: IndexState) => void
  readonly mostLive?: number
  readonly isWhole?: (bytes: Uint8Array) => boolean
}

/** The engine on its own thread or in a test: knows documents, and nothing of where they come from. */
export interface SearchEngine {
  readonly query: (query: SearchQuery, signal?: AbortSignal) => Promise<SearchAnswer>
  readonly select: (text: string, signal?: AbortSignal) => Promise<readonly Id[]>
  readonly places: (text: string, id: Id) => Promise<readonly PlaceRanges[]>
  readonly state: () => IndexState
  readonly catchUp: () => Promise<void>
  readonly rebuild: (signal?: AbortSignal) => Promise<number>
  readonly close: () => Promise<void>
}

/** Beyond this many documents the live index costs more than one more segment. */
const mostLive = 1000

const hitOf = (document: SearchDocument, score: number): Omit<SearchHit, 'places' | 'placesTotal'> => ({
  id: document.id,
  kind: document.kind,
  title: document.title,
  ...(document.subtitle === undefined ? {} : { subtitle: document.subtitle }),
  ...(document.published === undefined ? {} : { published: document.published }),
  ...(document.language === undefined ? {} : { language: document.language }),
  score,
})

/** Opens the saved index, or none; `catchUp` then brings in what is newer. Queries are answered from what is there. */
export const createSearchEngine = async (options: SearchEngineOptions): Promise<SearchEngine> => {
  const { source, onState } = options
  const analyser = createAnalyser()
  const phrases = createPhraseChecker(source.read, analyser)
  const keeper = createIndexKeeper({
    source,
    analyser,
    files: options.files,
    work: options.work,
    onState: (state) => onState?.(state),
    onChanged: phrases.forget,
    mostLive: options.mostLive ?? mostLive,
    ...(options.isWhole ? { isWhole: options.isWhole } : {}),
  })
  await keeper.open()

  const find = (
    text: string,
    most: number,
    filter: Pick<SearchQuery, 'kinds' | 'languages'>,
    signal: AbortSignal | undefined,
  ): Promise<Found> => {
    if (signal?.aborted) throw new CuttingsError('cancelled')
    return runSearch({
      shards: keeper.shards(),
      analyser,
      phrases,
      text,
      filter,
      most,
      signal,
    })
  }

  /** An item that was removed an instant ago is left out. */
  const hits = (plan: Plan, ranked: Found['best'], most: number): SearchHit[] => {
    const finder = createPlaceFinder(plan, analyser)
    const scores = new Map(ranked.map(({ id, score }) => [id, score]))
    return source.read(ranked.map(({ id }) => id)).map((document) => ({
      ...hitOf(document, scores.get(document.id) ?? 0),
      ...finder.best(document, most),
    }))
  }

  return {
    query: async (query, signal) => {
      const { parsed, plan, ...found } = await find(query.text, query.offset + query.limit, query, signal)
      const shown = found.best.slice(query.offset)
      return {
        readAs: parsed.readAs,
        notes: parsed.notes,
        total: found.total,
        facets: found.facets,
        hits: plan ? hits(plan, shown, query.placesPerHit) : [],
        unknownWords: found.unknownWords,
      }
    },
    select: async (text, signal) =>
      (await find(text, Number.MAX_SAFE_INTEGER, {}, signal)).best.map(({ id }) => id),
    places: async (text, id) => {
      const { plan } = await find(text, 1, {}, undefined)
      const [document] = source.read([id])
      if (!document) throw new CuttingsError('not-found', { what: 'item' })
      return plan ? createPlaceFinder(plan, analyser).all(document) : []
    },
    state: keeper.state,
    catchUp: keeper.catchUp,
    rebuild: keeper.rebuild,
    close: async () => {
      await keeper.close()
      source.close()
    },
  }
}
