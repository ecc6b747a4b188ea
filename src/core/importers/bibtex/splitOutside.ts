import { CuttingsError } from '#shared/errors'

/** Names in one list, and words in one name. */
export const mostParts = 10_000

/** Cuts a value at a separator that stands outside braces; the separator must be sticky (`y`). Time is linear. */
export const splitOutside = (latex: string, separator: RegExp): string[] => {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < latex.length; at += 1) {
    const character = latex[at]
    if (character === '{') depth += 1
    else if (character === '}') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    separator.lastIndex = at
    const found = separator.exec(latex)
    if (!found || found[0] === '') continue
    parts.push(latex.slice(start, at))
    if (parts.length > mostParts)
      throw new CuttingsError('limit', { what: 'names or words in a list of names', most: mostParts })
    start = at + found[0].length
    at = start - 1
  }
  return [...parts, latex.slice(start)]
}
