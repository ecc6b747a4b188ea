import type { FilingKind } from '#shared/contract/filing'
import type { Id } from '#shared/model/scalars'
import { createPauses } from '../jobs/createPauses'
import { slicesOf } from '../overviews/slicesOf'
import type { Catalogue } from '../store/types'

/** Articles that have one of these names, in this spelling; read in slices. */
export const articlesWith = async (
  { coverage }: Pick<Catalogue, 'coverage'>,
  kind: FilingKind,
  names: readonly string[],
): Promise<Id[]> => {
  const pause = createPauses()
  const sought = new Set(names)
  const ids: Id[] = []
  for (const slice of slicesOf(coverage.places())) {
    const places = coverage
      .groups(slice)
      .flatMap((one) => (one.kind === kind && sought.has(one.name) ? [one.seq] : []))
    if (places.length > 0) ids.push(...coverage.articles([...new Set(places)]).map(({ id }) => id))
    await pause()
  }
  return ids
}
