const operators = new Set(['AND', 'OR', 'NOT'])

/** The plain words of a search: no operators, fields or signs. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/["()*~]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !operators.has(word) && !/[:\d]$|^-|^\w+:/.test(word))

/** The same search without some of its words; empty where nothing would be left. */
export const withoutWords = (text: string, words: readonly string[]): string => {
  const left = new Set(words.map((word) => word.toLowerCase()))
  return wordsOf(text)
    .filter((word) => !left.has(word.toLowerCase()))
    .join(' ')
}
