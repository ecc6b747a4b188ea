import type { TypographicRule } from '#shared/contract/quotes'

export interface Folding {
  readonly rule: TypographicRule
  readonly pattern: RegExp
  readonly fold: (found: string) => string
}

/** Every mark that opens or closes a quotation somewhere, the straight ones and those used for apostrophes included. */
export const quoteMarks = '"\'`´“”„‟‘’‚‛«»‹›「」『』﹁﹂﹃﹄｢｣〝〞〟＂＇\u05f4\u05f3\u02bc'

const nothing = (): string => ''

/** A hyphen at the end of a line, with the break, inside what may be one word. */
const brokenWord: Folding = {
  rule: 'hyphenation',
  pattern: /(?<=\p{L})[-\u2010]\s*\n\s*(?=\p{Ll})/uy,
  fold: nothing,
}

/**
 * What counts as the same, first the longest. Blanks count between words only: beside a mark, and between characters of
 * scripts that set none, they are a matter of setting (French sets them before `!`, American English none around a dash).
 */
const always: readonly Folding[] = [
  {
    rule: 'invisible',
    pattern: /(?:[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\ufe0e|\ufe0f)+/uy,
    fold: nothing,
  },
  { rule: 'ellipsis', pattern: /\s*(?:…|\.\s?\.\s?\.(?:\s?\.)*)\s*/uy, fold: () => '…' },
  {
    rule: 'apostrophes',
    pattern: new RegExp(`(?<=[\\p{L}\\p{N}])['’‘\u02bc＇´\`](?=\\p{L})`, 'uy'),
    fold: () => "'",
  },
  {
    rule: 'dashes',
    pattern: /\s*(?:-{2,3}|[-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d])\s*/uy,
    fold: () => '-',
  },
  { rule: 'quote-marks', pattern: new RegExp(`\\s*(?:''|\`\`|[${quoteMarks}])\\s*`, 'uy'), fold: () => "'" },
  {
    rule: 'spaces',
    pattern:
      /\s+(?![\p{L}\p{N}\p{M}\p{S}\p{Cf}\s])|(?<![\p{L}\p{N}\p{M}\p{S}\p{Cf}\s])\s+|(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\s+|\s+(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/uy,
    fold: nothing,
  },
  { rule: 'spaces', pattern: /\s+/uy, fold: () => ' ' },
  { rule: 'letter-forms', pattern: /\u0640+/uy, fold: nothing },
  {
    // Ligatures, Arabic presentation forms, full and half width. Not all of NFKC, which makes 10² into 102.
    rule: 'letter-forms',
    pattern: /[\ufb00-\ufdff\ufe70-\ufefc\uff01-\uffee]/uy,
    fold: (found) => found.normalize('NFKC'),
  },
]

/** `joined` takes a hyphen at the end of a line for the printer's, otherwise it is the word's own. */
export const foldings = (joined: boolean): readonly Folding[] => (joined ? [brokenWord, ...always] : always)
