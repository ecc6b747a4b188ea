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
  ґ: 'г',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ۃ: 'ه',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
  '٫': '.',
  '٬': ',',
}

export const marksOfLatinAndGreek = /(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu
/** Harakat, hamza above and below, superscript alef, Quranic marks, tatweel; Hebrew points. */
const semiticPoints =
  /\u0640|[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]|[\u0591-\u05c7]/gu
const cyrillicIo = /(?<=[еЕ])\u0308/gu
const digits = /\p{Nd}/gu
/** Letters that stand for an apostrophe. */
const apostrophes = /[\u02b9-\u02bf]/gu
/** Thai `ำ` typed before its tone mark as two characters, and `แ` typed as two `เ`. */
const thaiTone = /([\u0e48-\u0e4b])\u0e4d/gu
const thaiVowel = /\u0e40\u0e40/gu
const unsearchable = /[^\p{L}\p{M}\p{N}.,]|[\ufe00-\ufe0f\u20dd-\u20e4]/gu
/** Points and commas belong between digits only. */
const looseSeparator = /(?<!\p{N})[.,]|[.,](?!\p{N})/gu
const plain = /[ßæœøłđðþħŧıſςґٱىیکةەہۃךםןףץ٫٬]/gu

// Blocks of ten digits begin at multiples of 16, or 6 above one.
const plainDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0
  const last = String.fromCodePoint(code | 15)
  return String((code & 15) - (/\p{Nd}/u.test(last) ? 6 : 0))
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
    .replace(apostrophes, '')
    .replace(thaiTone, '\u0e4d$1')
    .replace(thaiVowel, '\u0e41')
    .replace(unsearchable, '')
    .replace(looseSeparator, '')
    // A mark without its letter is no word and begins none.
    .replace(/^\p{M}+/u, '')

/** The form of most words, of which folding changes the case alone. */
const simple = /^[a-zA-Z0-9]+(?:[.,][0-9]+)*$/

/**
 * What two spellings of a word have in common, in whatever language: NFKC, lower case, no Latin or Greek accents, no Arabic
 * harakat or tatweel, one alef, `ё` as `е`, no final forms in Hebrew, no apostrophes, ASCII digits. Turkish dotless `ı` is `i`, in either case. Folding
 * what is folded changes nothing.
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
