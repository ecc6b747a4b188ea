import type { Sha256 } from '#shared/model/scalars'
import type { Parser } from '../parsing/types'
import type { Archive } from '../store/types'
import { createInnerSpace, type InnerSpace } from './innerSpace'
import { createShelf, type Shelf } from './createShelf'
import { loadFormats } from './loadFormats'
import type { DeathList } from './deathList'
import type { PlanOptions } from './types'

export interface BenchDeps {
  readonly archive: Archive
  readonly parser: Parser
  readonly deaths: DeathList
}

/** What files are judged by, for one plan. */
export interface Bench extends BenchDeps, Pick<PlanOptions, 'unlock'> {
  /** Staging folder of the plan. */
  readonly folder: string
  readonly shelf: Shelf
  readonly keepUnreadable: boolean
  /** Bytes beyond which no format is read. */
  readonly largest: number
  readonly signal: AbortSignal
  /** Hashes of what this plan makes or keeps already. */
  readonly seen: Set<Sha256>
  /** Names of sources that this plan is the first to bring. */
  readonly newNames: Set<string>
  /** Hashes of what was judged, by place: how a page finds the pictures beside it. */
  readonly places: Map<string, Sha256>
  /** What files inside one file of the user's may take. */
  readonly openSpace: () => Promise<InnerSpace>
}

/** A place to judge files at, with a staging folder of its own. */
export const createBench = async (
  id: string,
  { keepUnreadable, unlock }: PlanOptions,
  signal: AbortSignal,
  deps: BenchDeps,
): Promise<Bench> => {
  const { archive } = deps
  const folder = await archive.staging.createFolder(id)
  return {
    ...deps,
    folder,
    shelf: createShelf(folder),
    keepUnreadable,
    ...(unlock ? { unlock } : {}),
    largest: Math.max(...(await loadFormats()).map(({ limit }) => limit)),
    signal,
    seen: new Set(),
    newNames: new Set(),
    places: new Map(),
    openSpace: async () => createInnerSpace(await archive.originals.freeBytes()),
  }
}
