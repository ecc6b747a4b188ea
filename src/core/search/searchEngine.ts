import type { IndexState } from '#shared/contract/library'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { createAnalyser } from './analysis/analyser'
import { createPlaceFinders } from './highlight/findPlaces'
import type { IndexFiles } from './index/indexFiles'
import { createIndexKeeper } from './index/indexKeeper'
import type { SegmentWork } from './index/segmentWork'
import { createAnswering } from './query/answering'
import { complete } from './query/completion/complete'
import type { Completion } from './query/completion/completion'
import { createShardSources } from './query/completion/shardSources'
import type { Plan } from './query/plan'
import type { Ranked } from './query/rank'
import type { Scratch } from './query/scratch'
import { runSearch, type Found } from './query/search'
import { createQuerySuggester } from './query/suggestions/suggestQueries'
import { createWordMemory } from './query/wordMemory'
import type {
  DocumentSource,
  HitList,
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
  /**
   * Takes in what waits for this thread, so that a question that is being answered learns that nobody waits for it any more;
   * nothing may be asked of the engine in it at once.
   */
  readonly listen?: () => void
  readonly mostLive?: number | undefined
  readonly isUndamaged?: (bytes: Uint8Array) => boolean
}

/** The engine on its own thread or in a test: knows documents, and nothing of where they come from. */
export interface SearchEngine {
  readonly query: (query: SearchQuery, signal?: AbortSignal) => Promise<SearchAnswer>
  readonly select: (text: string, list?: HitList, signal?: AbortSignal) => Promise<readonly Id[]>
  readonly places: (text: string, id: Id, signal?: AbortSignal) => Promise<readonly PlaceRanges[]>
  /** How the text may go on at the code point `cursor`. */
  readonly complete: (text: string, cursor: number, signal?: AbortSignal) => Promise<Completion>
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

/** Where no more than so many match, the query may be meant otherwise. */
const fewHits = 3

/** Opens the saved index, or none; `catchUp` then brings in what is newer. Queries are answered from what is there. */
export const createSearchEngine = async (options: SearchEngineOptions): Promise<SearchEngine> => {
  const { source, onState } = options
  const analyser = createAnalyser()
  const { answer, check } = createAnswering(options.listen)
  const finderOf = createPlaceFinders(analyser, check)
  const sourcesOf = createShardSources(check)
  const words = createWordMemory()
  const suggest = createQuerySuggester(analyser, check)
  const keeper = createIndexKeeper({
    source,
    analyser,
    files: options.files,
    work: options.work,
    onState: (state) => onState?.(state),
    mostLive: options.mostLive ?? mostLive,
    ...(options.isUndamaged ? { isUndamaged: options.isUndamaged } : {}),
  })
  await keeper.open()

  const find = (
    scratch: Scratch,
    { text, filters = [], sort = 'relevance' }: Pick<SearchQuery, 'text'> & HitList,
    most: number,
    countFacets: boolean,
  ): Found =>
    runSearch({ shards: keeper.shards(), analyser, words, scratch, text, filters, sort, most, countFacets })

  /** An item that was removed an instant ago is left out. */
  const hits = (plan: Plan, ranked: readonly Ranked[], most: number): SearchHit[] => {
    const finder = finderOf(plan)
    const scores = new Map(ranked.map(({ id, score }) => [id, score]))
    return source.read(ranked.map(({ id }) => id)).map((document) => {
      check()
      return { ...hitOf(document, scores.get(document.id) ?? 0), ...finder.best(document, most) }
    })
  }

  const answerTo = (scratch: Scratch, query: SearchQuery): SearchAnswer => {
    const { parsed, plan, ...found } = find(scratch, query, query.offset + query.limit, query.facets ?? true)
    const shown = found.best.slice(query.offset)
    return {
      readAs: parsed.readAs,
      notes: parsed.notes,
      total: found.total,
      facets: found.facets,
      hits: plan ? hits(plan, shown, query.placesPerHit) : [],
      unknownWords: found.unknownWords,
      suggestions: found.total <= fewHits ? suggest(query.text, keeper.shards()) : [],
    }
  }

  return {
    query: (query, signal) => answer(signal, (scratch) => answerTo(scratch, query)),
    select: (text, list = {}, signal) =>
      answer(signal, (scratch) =>
        find(scratch, { ...list, text }, list.most ?? Infinity, false).best.map(({ id }) => id),
      ),
    places: (text, id, signal) =>
      answer(signal, (scratch) => {
        const { plan } = find(scratch, { text }, 0, false)
        const [document] = source.read([id])
        if (!document) throw new CuttingsError('not-found', { what: 'item' })
        return plan ? finderOf(plan).all(document) : []
      }),
    complete: (text, cursor, signal) =>
      answer(signal, () => complete(text, cursor, sourcesOf(keeper.shards()))),
    state: keeper.state,
    catchUp: keeper.catchUp,
    rebuild: keeper.rebuild,
    close: async () => {
      await keeper.close()
      source.close()
    },
  }
}
