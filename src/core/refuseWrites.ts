import type { Archive } from './store/types'

/** Throws what a person has to know where an archive that is open can't be written: the store's own words. */
export const refuseWrites = ({ refusal }: Pick<Archive, 'refusal'>): void => {
  if (refusal) throw refusal()
}
