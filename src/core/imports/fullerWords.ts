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

/** What is said of an article that got names which the pack has of it. */
export const filedWords = (isLacking: true | undefined): string => {
  const filed = 'Held already. The tags and collections that the pack has of it were added behind yours.'
  return isLacking ? `${filed} ${lackingSentence}` : filed
}

/** What a plan says of a pack that would bring names to articles; undefined where it would not. */
export const filedCount = (compared: readonly ComparedRecord[]): string | undefined => {
  const count = compared.filter(({ standing }) => standing === 'filed').length
  if (count === 0) return undefined
  return count === 1
    ? 'Adds tags or collections to 1 article that is held, behind yours.'
    : `Adds tags or collections to ${count} articles that are held, behind yours.`
}
