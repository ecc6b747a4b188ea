import { counted } from '#shared/counted'
import type { ComparedRecord } from './comparePack'
import type { Completed } from './completeRecord'

const words: Readonly<Record<Completed, string>> = {
  original: 'the original file',
  sidecar: 'the file beside it',
  listedIn: 'the list that it came in',
  position: 'where it was taken',
  houseNote: 'the house note',
  owner: 'the owner',
  confidential: 'that it is confidential',
  checks: 'the checks',
  obtained: 'how its evidence was obtained',
  names: 'tags and collections, behind yours',
}

/** What is said of a record that was completed. */
export const fullerSentence = (completed: readonly Completed[]): string => {
  const brought = completed.map((part) => words[part]).join(', ')
  return `Completed with what an earlier pack had left out of it: ${brought}. Nothing that was held was changed.`
}

/** What a plan says of a pack that would complete records; undefined where it would not. */
export const fullerCount = (compared: readonly ComparedRecord[]): string | undefined => {
  const count = compared.filter(({ standing }) => standing === 'fuller').length
  if (count === 0) return undefined
  return `Completes ${counted(count, 'record that is', 'records that are')} held, of which an earlier pack had left something out.`
}

/** What is said of an article that got names which the pack has of it. */
export const filedSentence =
  'Held already. The tags and collections that the pack has of it were added behind yours.'

/** What a plan says of a pack that would bring names to articles; undefined where it would not. */
export const filedCount = (compared: readonly ComparedRecord[]): string | undefined => {
  const count = compared.filter(({ standing }) => standing === 'filed').length
  if (count === 0) return undefined
  return `Adds tags or collections to ${counted(count, 'article that is', 'articles that are')} held, behind yours.`
}
