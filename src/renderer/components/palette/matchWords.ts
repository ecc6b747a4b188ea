import type { CodePointRange } from '../../text/segments'

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * Where each of the words typed stands in a title, as code-point ranges; undefined where one of them does not. Without
 * words everything fits.
 */
export const matchWords = (title: string, typed: string): readonly CodePointRange[] | undefined => {
  const points = [...title].map(fold)
  const ranges: CodePointRange[] = []
  for (const word of fold(typed).split(/\s+/).filter(Boolean)) {
    const at = points.findIndex((_, start) => points.slice(start).join('').startsWith(word))
    if (at < 0) return undefined
    let end = at
    for (let length = 0; length < word.length; end += 1) length += points[end]?.length ?? word.length
    ranges.push([at, end])
  }
  return ranges
}
