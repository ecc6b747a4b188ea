import type { ComparedRecord } from './comparePack'

/** What is said of a record that was completed. */
export const fullerSentence =
  'Completed with what an earlier pack had left out of it. Nothing that was held was changed.'

/** What is said of an article whose versions stay without their originals. */
export const lackingSentence =
  'Held without its original files, which an earlier pack had left out. A version that is held never changes, so they were not added; they are in the pack.'

/** What a plan says of a pack that would complete records; undefined where it would not. */
export const fullerCount = (compared: readonly ComparedRecord[]): string | undefined => {
  const count = compared.filter(({ standing }) => standing === 'fuller').length
  if (count === 0) return undefined
  return count === 1
    ? 'Completes 1 record that is held, of which an earlier pack had left something out.'
    : `Completes ${count} records that are held, of which an earlier pack had left something out.`
}
