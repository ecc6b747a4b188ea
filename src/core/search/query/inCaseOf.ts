/** A word with a capital at its beginning where what was typed has one; never all in capitals, since `OR` is no word. */
export const inCaseOf = (typed: string, word: string): string => {
  const [first = ''] = typed
  const isCapital = first !== first.toLowerCase()
  const [begin = '', ...rest] = word
  return isCapital ? begin.toUpperCase() + rest.join('') : word
}
