/** Letters that carry a stroke or are joined: Unicode does not decompose them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ſ: 's',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  '٫': '.',
  '٬': ',',
}

const marksOfLatinAndGreek = /(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu
/** Harakat, hamza above and below, superscript alef, Quranic marks, tatweel; Hebrew points. */
const semiticPoints =
  /\u0640|[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]|[\u0591-\u05c7]/gu
const cyrillicIo = /(?<=[еЕ])\u0308/gu
const digits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/gu
const unsearchable = /[^\p{L}\p{M}\p{N}.,]|[\ufe00-\ufe0f\u20dd-\u20e4]/gu
/** Points and commas belong between digits only. */
const looseSeparator = /(?<!\p{N})[.,]|[.,](?!\p{N})/gu
const plain = /[ßæœøłđðþħŧıſςٱىیک٫٬]/gu

// The three blocks of digits begin at multiples of 16, or 6 above one.
const plainDigit = (digit: string): string => {
  const code = digit.charCodeAt(0)
  return String(code >= 0x0966 ? code - 0x0966 : code & 15)
}

const foldOnce = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(marksOfLatinAndGreek, '')
    .replace(semiticPoints, '')
    .replace(cyrillicIo, '')
    .normalize('NFC')
    .replace(plain, (letter) => plainLetters[letter] ?? letter)
    .replace(digits, plainDigit)
    .replace(unsearchable, '')
    .replace(looseSeparator, '')
    // A mark without its letter is no word and begins none.
    .replace(/^\p{M}+/u, '')

/** The form of most words, of which folding changes the case alone. */
const simple = /^[a-zA-Z0-9]+(?:[.,][0-9]+)*$/

/**
 * What two spellings of a word have in common: NFKC, lower case, no Latin or Greek accents, no Arabic harakat or tatweel, one
 * alef, `ё` as `е`, ASCII digits. Folding what is folded changes nothing.
 */
export const foldWord = (word: string): string => {
  if (simple.test(word)) return word.toLowerCase()
  let folded = foldOnce(word)
  for (let round = 0; round < 4; round++) {
    const again = foldOnce(folded)
    if (again === folded) break
    folded = again
  }
  return folded
}
