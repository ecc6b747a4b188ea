import { useSearchStore } from '../../stores/searchStore'

/** Lines before the end of what is held at which more is read. */
const ahead = 8

/** Goes from place to place over everything that was found: also through places that have no line yet, and further pages. */
export const useWalk = () => {
  const store = useSearchStore()

  const isCut = (hitIndex: number): boolean => {
    const hit = store.hits[hitIndex]
    return hit !== undefined && hit.places.length < hit.placesTotal
  }

  const forth = async (): Promise<void> => {
    const line = store.activeLine
    const next = store.lines[store.active + 1]
    if (line && next?.hitIndex !== line.hitIndex && isCut(line.hitIndex)) await store.showAll(line.hitIndex)
    else if (!next) await store.more()
    store.goTo(store.active + 1)
    if (store.active > store.lines.length - ahead) void store.more()
  }

  const back = async (): Promise<void> => {
    const line = store.activeLine
    const before = store.lines[store.active - 1]
    if (line && before && before.hitIndex !== line.hitIndex && isCut(before.hitIndex))
      await store.showAll(before.hitIndex)
    store.goTo(store.active - 1)
  }

  // Presses that come while places are read are taken one after another.
  let walked: Promise<void> = Promise.resolve()
  return {
    walk: (by: 1 | -1): void => {
      walked = walked.then(by === 1 ? forth : back)
    },
    /** All places of the item that is looked at. */
    showAll: (): void => {
      const line = store.activeLine
      if (line) void store.showAll(line.hitIndex)
    },
    canShowAll: (): boolean => store.activeLine !== undefined && isCut(store.activeLine.hitIndex),
  }
}
