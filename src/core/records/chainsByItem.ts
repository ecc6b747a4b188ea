import type { Event } from '#shared/model/event'
import type { Id } from '#shared/model/scalars'

/** The chain of each item among events of many, each in its order. */
export const chainsByItem = (events: readonly Event[]): ReadonlyMap<Id, readonly Event[]> => {
  const chains = new Map<Id, Event[]>()
  for (const event of events) {
    const chain = chains.get(event.itemId)
    if (chain) chain.push(event)
    else chains.set(event.itemId, [event])
  }
  for (const chain of chains.values()) chain.sort((a, b) => a.sequence - b.sequence)
  return chains
}
