import { counted } from '#shared/counted'
import type { ComparedRecord } from './comparePack'
import type { Completed } from './completeRecord'
import type { Added } from './joinRecords'

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

/** What is said of a record to which a pack added something. */
export const joinedSentence = ({ checks, evidence, citations, status }: Added): string => {
  const parts = [
    [checks, 'check', 'checks'],
    [evidence, 'piece of evidence', 'pieces of evidence'],
    [citations, 'citation', 'citations'],
  ] as const
  const brought = parts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many))
  const stands = status === undefined ? 'Nothing that was held was changed.' : `It stands as ${status} now.`
  return `Held already. Added what the pack has more: ${brought.join(', ')}. ${stands}`
}

/** What a plan says of a pack that would add to records; undefined where it would not. */
export const joinedCount = (compared: readonly ComparedRecord[]): string | undefined => {
  const count = compared.filter(({ standing }) => standing === 'joined').length
  if (count === 0) return undefined
  return `Adds checks, evidence or citations to ${counted(count, 'record that is', 'records that are')} held.`
}

/** What is said of a record that went on here since the pack was made. */
export const behindSentence =
  'Held already, and gone on here since: the pack has it as it was before. It stays as it is.'

/** What a plan says of a pack that has records as they were here before; undefined where it has none. */
export const behindCount = (compared: readonly ComparedRecord[]): string | undefined => {
  const count = compared.filter(({ standing, message }) => standing === 'behind' && !message).length
  if (count === 0) return undefined
  return `Leaves ${counted(count, 'record', 'records')} as held: gone on here since the pack was made.`
}

/** What is said of a record for which the user took what the pack has. */
export const takenSentence =
  'Taken from the pack, in place of what was held. A copy of the catalogue from before it is among the backups.'
