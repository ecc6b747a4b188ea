import type { OriginGroups } from '#shared/contract/support'
import { archiveLinks } from './archiveLinks'
import type { Knowledge } from './createKnowledge'
import { namingsOf } from './namings'
import { printedLinks } from './printedLinks'
import type { Stated } from './stated'
import { unite } from './unite'

/**
 * The one way in which independent sources are counted, wherever it is asked: those behind something, with those who tell
 * one story in one group, and why. As many are independent as there are groups.
 */
export const originsBehind = async (
  stated: Stated,
  knowledge: Knowledge,
  pause: () => Promise<void>,
): Promise<OriginGroups> => {
  const namings = namingsOf(stated, knowledge)
  const links = [
    ...printedLinks(namings, stated.text, knowledge),
    ...(await archiveLinks(namings, stated.storyId, knowledge, pause)),
  ]
  const members = new Map(namings.map(({ key, member }) => [key, member]))
  return unite([...members.keys()], links).map(({ keys, why }) => ({
    members: keys.flatMap((key) => members.get(key) ?? []),
    why: [...why],
  }))
}
