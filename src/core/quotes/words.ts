/** One word of a text, by where it stands (UTF-16 units) and how it counts as the same. */
export interface PlacedWord {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** Of scripts without spaces, each character; else runs of letters, marks and digits. */
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}\p{M}\u00ad])+/gu

export const placedWords = (text: string, offset = 0): PlacedWord[] =>
  Array.from(text.matchAll(word), (match) => ({
    key: match[0].replaceAll('\u00ad', '').toLowerCase(),
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }))

/** Whether a UTF-16 unit is a part of a word: half a character beyond the first plane counts as one. */
export const isWordCharacter = (unit: string): boolean => /[\p{L}\p{N}\p{M}\p{Surrogate}]/u.test(unit)
