import { byCodeUnit, firstFalse } from './sortedWords'

/** So many words wait unsorted before they are sorted in. */
const mostWaiting = 256

/** Words that keep coming, in order; those that came last are looked through one by one. */
export interface GrowingOrder {
  /** Places of the words that begin with a prefix, among all words. */
  readonly withPrefix: (prefix: string) => readonly number[]
  /** Places of all words, in the order of the words. */
  readonly all: () => readonly number[]
}

export const createGrowingOrder = (words: readonly string[]): GrowingOrder => {
  let sorted: number[] = []
  const wordAt = (at: number): string => words[sorted[at] as number] as string

  const sortIn = (): void => {
    const fresh: number[] = []
    for (let place = sorted.length; place < words.length; place++) fresh.push(place)
    fresh.sort((a, b) => byCodeUnit(words[a] as string, words[b] as string))
    const merged: number[] = []
    let from = 0
    for (const place of fresh) {
      while (from < sorted.length && wordAt(from) < (words[place] as string))
        merged.push(sorted[from++] as number)
      merged.push(place)
    }
    while (from < sorted.length) merged.push(sorted[from++] as number)
    sorted = merged
  }

  return {
    withPrefix: (prefix) => {
      if (words.length - sorted.length > mostWaiting) sortIn()
      const found: number[] = []
      for (let at = firstFalse(sorted.length, (place) => wordAt(place) < prefix); at < sorted.length; at++) {
        if (!wordAt(at).startsWith(prefix)) break
        found.push(sorted[at] as number)
      }
      for (let place = sorted.length; place < words.length; place++)
        if (words[place]?.startsWith(prefix)) found.push(place)
      return found
    },
    all: () => {
      if (words.length > sorted.length) sortIn()
      return sorted
    },
  }
}
