/** Height of a row, in the units of a drawing that is 100 wide. */
export const rowUnits = 20

const middleOf = (row: number): number => (row + 0.5) * rowUnits

/** A line from a row of the first column to one of the second. */
export const acrossPath = (from: number, to: number): string => {
  const [start, end] = [middleOf(from), middleOf(to)]
  return `M0 ${start}C50 ${start} 50 ${end} 100 ${end}`
}

/** A bow between two rows of one column: the farther they are from each other, the farther it reaches out. */
export const bowPath = (from: number, to: number, rows: number): string => {
  const [start, end] = [middleOf(from), middleOf(to)]
  const reach = 18 + (112 * Math.abs(to - from)) / Math.max(1, rows - 1)
  return `M0 ${start}C${reach.toFixed(1)} ${start} ${reach.toFixed(1)} ${end} 0 ${end}`
}
