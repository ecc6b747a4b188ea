import type { PassageChange, VersionComparison } from '#shared/contract/versions'
import type { Passage, Version } from '#shared/model/article'
import type { Citation } from '#shared/model/citation'
import { compareWords } from './compareWords'
import { pairPassages } from './pairPassages'

const inOrder = ({ passages }: Version): Passage[] => [...passages].sort((a, b) => a.ordinal - b.ordinal)

/** Citations of a version by the passage that they stand at. */
const countCitations = (version: Version, citations: readonly Citation[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { versionId, passage } of citations)
    if (versionId === version.id) counts.set(passage, (counts.get(passage) ?? 0) + 1)
  return counts
}

const goneOf = (passage: Passage, cited: ReadonlyMap<string, number>): PassageChange => ({
  as: 'gone',
  passageKind: passage.passageKind,
  from: passage.label,
  text: passage.text,
  citations: cited.get(passage.label) ?? 0,
})

/**
 * Two versions passage by passage. Citations belong to the version on which they were made, so each change says how many
 * stand at the earlier passage: nothing is moved to the later one.
 */
export const compareVersions = (
  from: Version,
  to: Version,
  citations: readonly Citation[],
): Omit<VersionComparison, 'headline'> => {
  const [before, after] = [inOrder(from), inOrder(to)]
  const { earlier, gone } = pairPassages(before, after)
  const cited = countCitations(from, citations)
  const waiting = [...gone]
  const changes: PassageChange[] = []
  let reached = -1
  /** What went stands behind the last earlier passage that is still there. */
  const addGone = (until: number): void => {
    while (waiting[0] !== undefined && waiting[0] < until) {
      const passage = before[waiting.shift() ?? -1]
      if (passage) changes.push(goneOf(passage, cited))
    }
  }
  for (const [place, { label, passageKind, text }] of after.entries()) {
    const pair = earlier.get(place)
    const old = pair && before[pair.place]
    if (pair && pair.as !== 'moved') {
      reached = Math.max(reached, pair.place)
      addGone(reached)
    }
    const base = { passageKind, to: label, text }
    if (!pair || !old) changes.push({ as: 'new', ...base, citations: 0 })
    else
      changes.push({
        as: pair.as,
        ...base,
        from: old.label,
        ...(pair.as === 'changed' ? { words: compareWords(old.text, text) } : {}),
        citations: cited.get(old.label) ?? 0,
      })
  }
  addGone(before.length)
  return { from: from.number, to: to.number, changes }
}
