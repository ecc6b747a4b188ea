/** A segment that has so many times the documents of all smaller ones together is left alone. */
const factor = 3
/** Documents are numbered in 20 bits. */
const mostMerged = 2 ** 19

export interface MergeCandidate {
  /** Documents that count. */
  readonly documents: number
  /** Those that no longer do. */
  readonly masked: number
}

/**
 * Which segments to merge into one, by their places, if any: from the smallest up, as long as the next bigger one is not much
 * bigger than they are together, so that there are few, and each document is merged a few times in its life; or one alone
 * of which a third is masked.
 */
export const chooseMerge = (segments: readonly MergeCandidate[]): readonly number[] => {
  const documentsOf = (place: number): number => segments[place]?.documents ?? 0
  const bySize = [...segments.keys()].sort((a, b) => documentsOf(a) - documentsOf(b))
  let together = 0
  let chosen = 0
  for (const [at, place] of bySize.entries()) {
    const documents = documentsOf(place)
    if (at > 0 && documents < factor * together && documents + together <= mostMerged) chosen = at + 1
    together += documents
  }
  if (chosen > 0) return bySize.slice(0, chosen)
  const worn = segments.findIndex(({ documents, masked }) => masked > 0 && masked * 2 >= documents)
  return worn < 0 ? [] : [worn]
}
