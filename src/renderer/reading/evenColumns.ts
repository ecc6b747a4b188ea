/** Of how many columns a grid of `count` things is, at most `most`, so that its rows are as long as one another. */
export const evenColumns = (count: number, most: number): number =>
  Math.max(1, Math.ceil(count / Math.max(1, Math.ceil(count / most))))
