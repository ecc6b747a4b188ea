import type { OverviewScope } from '#shared/contract/overviews'
import { createPauses } from '../jobs/createPauses'
import { placesOf, type PlacesDeps } from './placesOf'
import { readCoverage } from './readCoverage'
import type { Coverage } from './types'

/** How many scopes are kept: the one that is looked at, and those that it was compared with. */
const most = 3
/** While an import goes on the catalogue is another each time: then the last reading is as good as any. */
const mostReadings = 2

interface Kept {
  readonly revision: number
  readonly coverage: Promise<Coverage>
}

export type Coverages = (scope: OverviewScope, signal?: AbortSignal) => Promise<Coverage>

/** Reads what an overview is made of, and keeps the last few until the catalogue changes. */
export const createCoverages = (deps: PlacesDeps): Coverages => {
  const { catalogue } = deps
  const kept = new Map<string, Kept>()

  // Without the signal of who asked first: others wait for the same answer.
  const read = async (scope: OverviewScope): Promise<Coverage> => {
    const pause = createPauses()
    for (let reading = 1; ; reading += 1) {
      const revision = catalogue.revision()
      const places = await placesOf(scope, deps, pause)
      const coverage = await readCoverage(catalogue.coverage, places, pause)
      if (catalogue.revision() === revision || reading === mostReadings) return coverage
    }
  }

  const start = (key: string, scope: OverviewScope, revision: number): Kept => {
    const started: Kept = { revision, coverage: read(scope) }
    started.coverage.catch(() => {
      if (kept.get(key) === started) kept.delete(key)
    })
    return started
  }

  return async (scope, signal) => {
    const key = JSON.stringify(scope)
    const revision = catalogue.revision()
    const known = kept.get(key)
    const current = known?.revision === revision ? known : start(key, scope, revision)
    kept.delete(key)
    kept.set(key, current)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    const coverage = await current.coverage
    signal?.throwIfAborted()
    return coverage
  }
}
