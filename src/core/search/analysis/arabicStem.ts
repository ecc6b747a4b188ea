const prefixes = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل']
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي']

/**
 * The light10 stemmer of Larkey, Ballesteros and Connell (2007), over folded words. lunr-languages' own Arabic stemmer keeps
 * its state on the global object and can't be loaded as part of a module.
 */
export const stemArabic = (word: string): string => {
  let stem = word
  if (stem.startsWith('و') && stem.length > 3) {
    const bare = stem.slice(1)
    stem = bare.startsWith('ال') || stem.length > 4 ? bare : stem
  }
  const prefix = prefixes.find((candidate) => stem.startsWith(candidate))
  if (prefix && stem.length - prefix.length >= 2) stem = stem.slice(prefix.length)
  for (const suffix of suffixes)
    if (stem.endsWith(suffix) && stem.length - suffix.length >= 2) stem = stem.slice(0, -suffix.length)
  return stem
}
