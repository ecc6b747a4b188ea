/** Words of one source in order. */
export interface WordList {
  readonly size: number
  readonly word: (at: number) => string
}

/** Visits each word that any of these lists has, in order, with its place in each list, or -1; the places are used again. */
export const alignWords = (
  lists: readonly WordList[],
  visit: (word: string, places: Int32Array) => void,
): void => {
  const cursors = new Int32Array(lists.length)
  const words = lists.map((list) => (list.size > 0 ? list.word(0) : undefined))
  const places = new Int32Array(lists.length)
  for (;;) {
    let least: string | undefined
    for (const word of words) if (word !== undefined && (least === undefined || word < least)) least = word
    if (least === undefined) return
    for (const [from, list] of lists.entries()) {
      if (words[from] !== least) {
        places[from] = -1
        continue
      }
      const at = cursors[from] as number
      places[from] = at
      cursors[from] = at + 1
      words[from] = at + 1 < list.size ? list.word(at + 1) : undefined
    }
    visit(least, places)
  }
}
