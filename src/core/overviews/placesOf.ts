import type { OverviewScope } from '#shared/contract/overviews'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { SearchService } from '../search/types'
import type { Catalogue } from '../store/types'
import { slicesOf } from './slicesOf'
import type { Pause } from './types'

export interface PlacesDeps {
  readonly catalogue: Catalogue
  readonly search: Pick<SearchService, 'catchUp' | 'select'>
}

/** Places of the articles that an overview is of, and how many of its items are no articles. */
export interface Places {
  readonly places: readonly number[]
  readonly others: number
}

const ofItems = async (catalogue: Catalogue, ids: readonly Id[], pause: Pause): Promise<Places> => {
  const each = [...new Set(ids)]
  const places: number[] = []
  for (const slice of slicesOf(each)) {
    places.push(...catalogue.coverage.placesOf(slice))
    await pause()
  }
  return { places: places.sort((a, b) => a - b), others: each.length - places.length }
}

/** One that was merged stands for what it was merged into, and a citation for its article. */
const standingFor = (catalogue: Catalogue, id: Id): Id => {
  const record = catalogue.record(id)
  if (!record) throw new CuttingsError('not-found', { what: 'item' })
  return catalogue.keptFor(record.kind === 'citation' ? record.articleId : id)
}

const inGroup = async (
  catalogue: Catalogue,
  kind: 'collections' | 'tags',
  name: string,
  pause: Pause,
): Promise<Places> => {
  const places: number[] = []
  for (const slice of slicesOf(catalogue.coverage.places())) {
    for (const group of catalogue.coverage.groups(slice))
      if (group.kind === kind && group.name === name) places.push(group.seq)
    await pause()
  }
  return { places, others: 0 }
}

/** Throws `not-found` where an item or a source is not there. */
export const placesOf = async (
  scope: OverviewScope,
  { catalogue, search }: PlacesDeps,
  pause: Pause,
): Promise<Places> => {
  switch (scope.of) {
    case 'archive':
      return { places: catalogue.coverage.places(), others: 0 }
    case 'items': {
      const ids = scope.ids.map((id) => standingFor(catalogue, id))
      return ofItems(catalogue, ids, pause)
    }
    case 'search':
      // An index that lags behind would leave articles out without a word.
      await search.catchUp()
      return ofItems(catalogue, await search.select(scope.text), pause)
    case 'source':
      if (catalogue.record(scope.id)?.kind !== 'source')
        throw new CuttingsError('not-found', { what: 'source' })
      return { places: catalogue.coverage.places(scope.id), others: 0 }
    case 'collection':
      return inGroup(catalogue, 'collections', scope.name, pause)
    case 'tag':
      return inGroup(catalogue, 'tags', scope.name, pause)
  }
}
