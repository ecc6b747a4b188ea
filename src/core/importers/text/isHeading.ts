const longest = 80
const mostWords = 12

/** Ends of a sentence, of a line that goes on, or of a quotation. */
const sentenceEnd = /[.!:;,…"”»。！：；，）)]$/u

/**
 * Whether a line that stands alone between blank lines reads like a heading: short, no end of a sentence, beginning with
 * a capital, a digit or a letter of a script without capitals. Never sure.
 */
export const isHeading = (line: string): boolean =>
  line.length <= longest &&
  !sentenceEnd.test(line) &&
  line.split(/\s+/).length <= mostWords &&
  /^[¿¡"“«'‘(]?[\p{Lu}\p{Lo}\p{Lt}\p{N}]/u.test(line) &&
  /\p{L}/u.test(line)
