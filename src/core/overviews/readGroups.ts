import type { ArchiveOutputs } from '#shared/contract/archive'
import type { CoverageReader } from '../store/catalogue/coverage'
import { slicesOf } from './slicesOf'
import type { Pause } from './types'

const byName = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([name, articles]) => ({ name, articles })).sort((a, b) => (a.name < b.name ? -1 : 1))

/** Collections and tags of the archive, by name, with the number of their articles. */
export const readGroups = async (
  reader: CoverageReader,
  pause: Pause,
): Promise<ArchiveOutputs['overviews']['groups']> => {
  const counts = { collections: new Map<string, number>(), tags: new Map<string, number>() }
  for (const slice of slicesOf(reader.places())) {
    for (const { kind, name } of reader.groups(slice))
      counts[kind].set(name, (counts[kind].get(name) ?? 0) + 1)
    await pause()
  }
  return { collections: byName(counts.collections), tags: byName(counts.tags) }
}
