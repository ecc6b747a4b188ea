import type { DuplicateReason } from '#shared/contract/duplicates'

/** Shares of wording from which a text is nearly or all the same; a signature tells them to a sixteenth. */
const steps = [
  [0.985, 'textSame'],
  [0.9, 'textNearly'],
] as const

/** Of 64 bits of a perceptual hash, the share from which two pictures differ by size and quality alone. */
const nearlyPicture = 0.95

export type LikenessKey = 'textSame' | 'textNearly' | 'textMost' | 'pictureNearly' | 'pictureAlike' | 'fields'

/** How alike two items are, as a key of the words for it: a number would say more than is known. */
export const likenessKey = (reason: DuplicateReason, likeness: number): LikenessKey => {
  if (reason === 'fields') return 'fields'
  if (reason === 'picture') return likeness >= nearlyPicture ? 'pictureNearly' : 'pictureAlike'
  return steps.find(([least]) => likeness >= least)?.[1] ?? 'textMost'
}
