import { endingsOf, withoutEnding } from './suffixes'

const prefixes = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل']
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']
const possessives = endingsOf('تها تهم تنا تهن', 3)
const plainPossessives = endingsOf('هم هن نا', 3)

/** An article, and the words that are written as one with it; `و` alone only before what stays long enough. */
export const withoutArabicArticle = (word: string): string => {
  let stem = word
  if (stem.startsWith('و') && stem.length > 3) {
    const bare = stem.slice(1)
    stem = bare.startsWith('ال') || stem.length > 4 ? bare : stem
  }
  const prefix = prefixes.find((candidate) => stem.startsWith(candidate))
  return prefix && stem.length - prefix.length >= 2 ? stem.slice(prefix.length) : stem
}

/**
 * The light10 stemmer of Larkey, Ballesteros and Connell (2007), over folded words, in which `ة` is `ه` already; and the
 * possessives, before which that letter is written `ت`. lunr-languages' own Arabic stemmer keeps its state on the global
 * object and can't be loaded as part of a module.
 */
export const stemArabic = (word: string): string => {
  const bare = withoutArabicArticle(word)
  let stem = withoutEnding(bare, possessives)
  if (stem === bare) stem = withoutEnding(bare, plainPossessives)
  for (const suffix of suffixes)
    if (stem.endsWith(suffix) && stem.length - suffix.length >= 2) stem = stem.slice(0, -suffix.length)
  return stem
}
