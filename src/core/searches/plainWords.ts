/** Whole characters only: a half of one can be neither stored nor hashed. */
export const wholeCharacters = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

/** Text as it can be stored and shown on one line: whole characters, NFC, and a space for each control character. */
export const plainWords = (text: string): string =>
  wholeCharacters(text)
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
