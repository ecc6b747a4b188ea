import type { ArchiveOutputs } from '#shared/contract/archive'
import type { FilingKind } from '#shared/contract/filing'
import { createPauses } from '../jobs/createPauses'
import { slicesOf } from '../overviews/slicesOf'
import type { FiledArticle } from '../store/filingTypes'
import type { Catalogue } from '../store/types'

/** For each name the number of its articles. */
export type NameCounts = ReadonlyMap<string, number>

type Counts = Readonly<Record<FilingKind, Map<string, number>>>

export interface NameCounting {
  readonly of: (kind: FilingKind, signal?: AbortSignal) => Promise<NameCounts>
  /** All of both kinds, by name. */
  readonly groups: (signal?: AbortSignal) => Promise<ArchiveOutputs['overviews']['groups']>
  /** What a deed moved, which was the only change since the catalogue's revision `before`. */
  readonly moved: (kind: FilingKind, filed: readonly FiledArticle[], before: number) => void
}

const add = (counts: Map<string, number>, names: readonly string[], by: 1 | -1): void => {
  for (const name of new Set(names)) {
    const count = (counts.get(name) ?? 0) + by
    if (count > 0) counts.set(name, count)
    else counts.delete(name)
  }
}

const byName = (counts: NameCounts) =>
  [...counts].map(([name, articles]) => ({ name, articles })).sort((a, b) => (a.name < b.name ? -1 : 1))

interface Kept {
  revision: number
  readonly counts: Promise<Counts>
  /** Once it is read: what is being read may have seen a change or not. */
  held?: Counts
}

/** Reads how many articles each name has, in slices, and keeps it until something else changes the archive. */
export const createNameCounts = ({
  coverage,
  revision,
}: Pick<Catalogue, 'coverage' | 'revision'>): NameCounting => {
  let kept: Kept | undefined

  // Without the signal of who asked first: others wait for the same answer.
  const read = async (): Promise<Counts> => {
    const pause = createPauses()
    const counts = { collections: new Map<string, number>(), tags: new Map<string, number>() }
    for (const slice of slicesOf(coverage.places())) {
      for (const { kind, name } of coverage.groups(slice)) add(counts[kind], [name], 1)
      await pause()
    }
    return counts
  }

  const start = (): Kept => {
    const started: Kept = { revision: revision(), counts: read() }
    void started.counts.then(
      (counts) => (started.held = counts),
      () => {
        if (kept === started) kept = undefined
      },
    )
    return started
  }

  const current = async (signal?: AbortSignal): Promise<Counts> => {
    if (kept?.revision !== revision()) kept = start()
    const counts = await kept.counts
    signal?.throwIfAborted()
    return counts
  }

  return {
    of: async (kind, signal) => (await current(signal))[kind],
    groups: async (signal) => {
      const { collections, tags } = await current(signal)
      return { collections: byName(collections), tags: byName(tags) }
    },
    moved: (kind, filed, before) => {
      if (!kept?.held || kept.revision !== before) return
      for (const { before: lost, after: got } of filed) {
        add(kept.held[kind], lost, -1)
        add(kept.held[kind], got, 1)
      }
      kept.revision = revision()
    },
  }
}
