import type { Lexeme } from './lexer'

/** Name of the field, as typed, whose words or values the lexeme of this number is among, by itself or in a group. */
export const fieldOver = (lexemes: readonly Lexeme[], index: number): string | undefined => {
  const groups: (string | undefined)[] = []
  let named: string | undefined
  for (const lexeme of lexemes.slice(0, index)) {
    if (lexeme.type === 'open') groups.push(named ?? groups.at(-1))
    if (lexeme.type === 'close') groups.pop()
    named = lexeme.type === 'field' ? lexeme.name : undefined
  }
  return named ?? groups.at(-1)
}
