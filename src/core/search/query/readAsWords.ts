import type { Lexeme } from './lexer'
import { readingOfWord, type Reading, type Readings } from './reading'
import type { QueryNode, WordNode } from './syntax'
import { wordNode } from './wordNode'

const wordsOf = (lexeme: Lexeme): readonly WordNode[] => {
  if (lexeme.type === 'word') return [wordNode(lexeme.text, lexeme.last)]
  if (lexeme.type === 'field') return [wordNode(lexeme.name, false)]
  if (lexeme.type !== 'phrase') return []
  const words = lexeme.text.split(/\s+/u).filter((word) => word !== '')
  return words.map((word, at) => wordNode(word, !lexeme.closed && at === words.length - 1))
}

/** What is no query, as its words. */
export const readAsWords = (
  lexemes: readonly Lexeme[],
): { readonly root: QueryNode; readonly readings: Readings } => {
  const readings = new Map<Lexeme, Reading>()
  const parts: WordNode[] = []
  for (const lexeme of lexemes) {
    const words = wordsOf(lexeme)
    const [last] = words.slice(-1)
    parts.push(...words)
    readings.set(lexeme, { readAs: last ? readingOfWord(last) : 'ignored' })
  }
  return { root: { type: 'all', parts }, readings }
}
