import type { ComparedRecord } from './comparePack'

/** What is said of a record that was completed. */
export const fullerSentence =
  'Completed with what an earlier pack had left out of it. Nothing that was held was changed.'

/** What a plan says of a pack that would complete records; undefined where it would not. */
export const fullerCount = (compared: readonly ComparedRecord[]): string | undefined => {
  const count = compared.filter(({ standing }) => standing === 'fuller').length
  if (count === 0) return undefined
  return count === 1
    ? 'Completes 1 record that is held, of which an earlier pack had left something out.'
    : `Completes ${count} records that are held, of which an earlier pack had left something out.`
}
