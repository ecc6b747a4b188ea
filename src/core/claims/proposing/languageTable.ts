/** What sentences of a language are known by. Patterns are parts of one regular expression, matched as whole words. */
export interface LanguageTable {
  /** Words that count, beside digits: 'million', 'percent'. */
  readonly numbers: readonly string[]
  readonly superlatives: readonly string[]
  /** Words before or after a person's name. */
  readonly titles: readonly string[]
  /** Words that open a sentence in capitals and are no name. */
  readonly openers: readonly string[]
  /** Words with a full stop that does not end a sentence. */
  readonly abbreviations: readonly string[]
  /** Every noun has a capital, so that one alone is no sign of a name. */
  readonly capitalNouns?: true
  /** Words are not set apart by spaces. */
  readonly unspaced?: true
}

/** The words of a list that is written as one line: `one, two`. */
export const listOf = (words: string): readonly string[] => words.split(', ')
