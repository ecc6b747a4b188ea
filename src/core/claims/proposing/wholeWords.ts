/** A pattern that finds any of these as whole words; nothing where there are none. */
export const wholeWords = (
  words: readonly string[],
  { unspaced = false, flags = 'iu' }: { readonly unspaced?: boolean; readonly flags?: string } = {},
): RegExp => {
  if (words.length === 0) return /(?!)/u
  const any = `(?:${words.join('|')})`
  return new RegExp(unspaced ? any : `(?<![\\p{L}\\p{M}\\p{N}])${any}(?![\\p{L}\\p{M}\\p{N}])`, flags)
}

/** Words as a pattern finds them, character by character. */
export const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
