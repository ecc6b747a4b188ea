const swap = 0.7
const doubled = 0.7
const firstLetter = 0.3

/**
 * How unlike two words are: 1 for each letter put in, left out or changed, less where two are swapped or one is doubled, more
 * where the first letter is another. Counts UTF-16 units.
 */
export const spellingCost = (typed: string, meant: string): number => {
  const width = meant.length + 1
  let before: number[] = []
  let previous = Array.from({ length: width }, (_, column) => column)
  for (let line = 1; line <= typed.length; line++) {
    const row = [line]
    for (let column = 1; column < width; column++) {
      const [own, other] = [typed[line - 1], meant[column - 1]]
      const added = own === typed[line - 2] ? doubled : 1
      const missed = other === meant[column - 2] ? doubled : 1
      let cost = Math.min(
        (previous[column - 1] as number) + (own === other ? 0 : 1),
        (previous[column] as number) + added,
        (row[column - 1] as number) + missed,
      )
      if (line > 1 && column > 1 && own === meant[column - 2] && typed[line - 2] === other)
        cost = Math.min(cost, (before[column - 2] as number) + swap)
      row.push(cost)
    }
    before = previous
    previous = row
  }
  return (previous[width - 1] as number) + (typed[0] === meant[0] ? 0 : firstLetter)
}
