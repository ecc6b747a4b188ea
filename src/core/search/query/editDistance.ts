export interface EditMatcher {
  readonly matches: (word: string) => boolean
  /** A beginning that no word can have, once so many words in a row were refused for it. */
  readonly hopelessFor: (words: number) => string | undefined
}

/**
 * Says of one word after another whether it differs from `wanted` by at most so many letters put in, left out, changed or
 * swapped with their neighbour (optimal string alignment). Counts UTF-16 units. What a word has in common with the beginning of
 * the one before is not looked at again, so it is quick where words come in their order; they need not.
 */
export const createEditMatcher = (wanted: string, most: number): EditMatcher => {
  const width = wanted.length + 1
  const letters = Uint16Array.from({ length: wanted.length }, (_, at) => wanted.charCodeAt(at))
  /** Row `n` holds the differences between the first `n` letters of a word and each beginning of `wanted`. */
  const rows: Uint16Array[] = [Uint16Array.from({ length: width }, (_, at) => at)]
  let before = ''
  /** Letters of `before` whose rows are made, and whether those are too many differences already. */
  let ready = 0
  let isHopeless = false
  /** Words refused since for their beginning. */
  let refused = 0

  /** Makes the row that ends with the word's letter `at`; its least difference. */
  const fill = (word: string, at: number): number => {
    const above = rows[at] as Uint16Array
    const twoAbove = rows[at - 1]
    const row = (rows[at + 1] ??= new Uint16Array(width))
    const letter = word.charCodeAt(at)
    const previous = at > 0 ? word.charCodeAt(at - 1) : -1
    row[0] = at + 1
    let least = at + 1
    for (let j = 1; j < width; j++) {
      const changed = letters[j - 1] === letter ? 0 : 1
      let cost = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + changed,
      )
      if (twoAbove && j > 1 && letter === letters[j - 2] && previous === letters[j - 1])
        cost = Math.min(cost, (twoAbove[j - 2] as number) + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    return least
  }

  /** Rows that a word needs no other than `before` did. */
  const sharedRows = (word: string): number => {
    const most = Math.min(ready, word.length)
    let shared = 0
    while (shared < most && before.charCodeAt(shared) === word.charCodeAt(shared)) shared++
    return shared
  }

  const matches = (word: string): boolean => {
    if (Math.abs(word.length - wanted.length) > most) return false
    const shared = sharedRows(word)
    if (shared === ready && isHopeless) {
      refused += 1
      return false
    }
    before = word
    refused = 0
    ready = shared
    isHopeless = false
    while (ready < word.length) {
      const least = fill(word, ready)
      ready += 1
      if (least <= most) continue
      isHopeless = true
      return false
    }
    return (rows[word.length]?.[wanted.length] ?? 0) <= most
  }
  return { matches, hopelessFor: (words) => (refused >= words ? before.slice(0, ready) : undefined) }
}

/** Whether two words differ by at most so many edits, as `createEditMatcher` counts them. */
export const isWithinEdits = (a: string, b: string, most: number): boolean =>
  createEditMatcher(b, most).matches(a)
