import { foldWord } from '../search/analysis/fold'

/** Articles that a name begins with or without. */
const articles = new Set(
  'the a an le la les l el los las der die das il lo gli os as het de al'.split(' '),
)

/** How companies end their names, in Latin and Cyrillic letters. */
const companyForms = new Set(
  'inc incorporated ltd limited llc llp plc corp corporation co company gmbh mbh ag kg se sa sas sarl spa srl bv nv oy ab as aps pty sro zrt kft ооо оао пао зао ао тов'.split(
    ' ',
  ),
)

const leadingForms = new Set('ооо оао пао зао ао тов pt'.split(' '))

/** What is said of many sources, with or without which one is meant all the same. */
const generalWords = new Set(
  'news newspaper online website web site www com org net agency group media network international новости агентство сайт اخبار وكاله انباء موقع'.split(
    ' ',
  ),
)

/** The definite article of Arabic is written into its word; short words may be of these letters by themselves. */
const arabicArticle = /^(?:وال|ال)(?=\p{Script=Arabic}{3})/u
const dotted = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu
const apostrophes = /['’‘`´ʼ]/gu
const gaps = /[^\p{L}\p{M}\p{N}]+/u

/** The words of a name, without case, accents, marks and punctuation. `U.N.` is one word. */
const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKC')
    .replaceAll('&', ' and ')
    .replace(dotted, (letters) => `${letters.replaceAll('.', '')} `)
    .replace(apostrophes, '')
    .split(gaps)
    .map((word) => foldWord(word).replace(arabicArticle, ''))
    .filter(Boolean)

/** Takes out words as long as some are left. */
const withoutWords = (words: readonly string[], isOut: (word: string, at: number) => boolean): string[] => {
  const rest = words.filter((word, at) => !isOut(word, at))
  return rest.length > 0 ? rest : [...words]
}

/** At the end, and where a language puts them first. */
const withoutForms = (words: readonly string[]): string[] => {
  const to = words.findLastIndex((word) => !companyForms.has(word)) + 1
  const from = words.findIndex((word) => !leadingForms.has(word))
  return from < to ? words.slice(Math.max(0, from), to) : [...words]
}

const sorted = (words: readonly string[]): string => [...new Set(words)].sort().join(' ')

/**
 * By what a name is likely to be another spelling of the same (after OpenRefine's fingerprint: fold, lower, strip, split,
 * sort, each word once). `exact`: the same words but for articles and company forms, whatever their order, or the same
 * letters with the spaces elsewhere. `loose`: the same without words such as News or Agency, too. None where nothing of a
 * name is left.
 */
export const spellingKeys = (name: string): { readonly exact: readonly string[]; readonly loose: string[] } => {
  const words = wordsOf(name)
  if (words.length === 0) return { exact: [], loose: [] }
  const whole = withoutForms(words)
  const plain = withoutWords(whole, (word, at) => at === 0 && articles.has(word))
  const essential = withoutWords(plain, (word) => generalWords.has(word))
  const exact = [...new Set([`= ${sorted(plain)}`, `_ ${whole.join('')}`])]
  return { exact, loose: [`~ ${sorted(essential)}`] }
}
