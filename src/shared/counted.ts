/** A number with the word for what is counted, for sentences that are English wherever they are read: `1 file`, `2 files`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
