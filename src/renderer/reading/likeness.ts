import type { ArchiveOutputs } from '#shared/contract/archive'

export type SimilarPhoto = ArchiveOutputs['photos']['similar'][number]

/**
 * What a distance between two pictures means, in bits of 64: the same picture in another size or quality differs by 8 at
 * most, and what differs by more than 10 is not named (`core/pictures/nearPictures`).
 */
export const likeness = (bits: number): 'same' | 'near' | 'like' | 'some' => {
  if (bits === 0) return 'same'
  if (bits <= 3) return 'near'
  return bits <= 8 ? 'like' : 'some'
}
