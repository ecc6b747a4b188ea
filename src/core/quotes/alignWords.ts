/** Where one run of words stands in another one, as nearly as it does. */
export interface Alignment {
  /** Words put in, left out or changed. */
  readonly cost: number
  /** Of each word of the pattern the place of the word that it stands for; -1 where it was left out. */
  readonly places: readonly number[]
}

const leftOut = 1
const putIn = 2

/**
 * The part of `words` that is nearest to `pattern`, by words put in, left out or changed (Sellers 1980: the part may begin
 * and end anywhere). Of equal ones the first.
 */
export const alignWords = (pattern: readonly string[], words: readonly string[]): Alignment => {
  const [rows, columns] = [pattern.length + 1, words.length + 1]
  const steps = new Uint8Array(rows * columns)
  let above = new Uint16Array(columns)
  for (let row = 1; row < rows; row += 1) {
    const costs = new Uint16Array(columns)
    costs[0] = row
    steps[row * columns] = leftOut
    for (let column = 1; column < columns; column += 1) {
      const kept = (above[column - 1] ?? 0) + (pattern[row - 1] === words[column - 1] ? 0 : 1)
      const without = (above[column] ?? 0) + 1
      const more = (costs[column - 1] ?? 0) + 1
      const least = Math.min(kept, without, more)
      costs[column] = least
      steps[row * columns + column] = least === kept ? 0 : least === without ? leftOut : putIn
    }
    above = costs
  }
  let column = 0
  for (let at = 1; at < columns; at += 1) if ((above[at] ?? 0) < (above[column] ?? 0)) column = at
  const cost = above[column] ?? 0
  return { cost, places: walkBack(steps, pattern.length, column, columns) }
}

const walkBack = (steps: Uint8Array, last: number, end: number, columns: number): number[] => {
  const places = new Array<number>(last).fill(-1)
  let [row, column] = [last, end]
  while (row > 0) {
    const step = steps[row * columns + column]
    if (step === putIn) column -= 1
    else {
      row -= 1
      if (step === leftOut) continue
      column -= 1
      places[row] = column
    }
  }
  return places
}
