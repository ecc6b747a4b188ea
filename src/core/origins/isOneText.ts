import type { Id } from '#shared/model/scalars'
import { likenessOf } from '../likeness/minHash'

/** From this share of their wording on two articles carry one text. */
export const sameTextFrom = 0.7

export interface Signatures {
  readonly signature: (id: Id) => Uint32Array | undefined
}

/** The share of wording that two articles have in common; 0 where a text is too short to be compared. */
export const likenessIn = (a: Id, b: Id, { signature }: Signatures): number => {
  if (a === b) return 1
  const [first, second] = [signature(a), signature(b)]
  return first && second ? likenessOf(first, second) : 0
}

export const isOneText = (a: Id, b: Id, signatures: Signatures): boolean =>
  likenessIn(a, b, signatures) >= sameTextFrom
