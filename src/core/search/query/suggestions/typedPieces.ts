import type { Token } from '#core/search/analysis/tokenise'
import { fieldNames, meaningOf } from '../fieldNames'
import { fieldOver } from '../fieldOver'
import { knownValues } from '../fieldValue'
import type { Lexeme } from '../lexer'
import type { ReadQuery } from '../readQuery'

/** A stretch of a query that may be misspelt; `start` and `end` are UTF-16 offsets. */
export interface Piece {
  readonly start: number
  readonly end: number
  /** Folded; of a name or a closed value in lower case. */
  readonly word: string
  /** The only words that it can be, where there is such a list. */
  readonly among?: readonly string[]
  /** The field that it is looked for in, by its name in the model. */
  readonly field?: string
  /** It is still typed, or asked for by its beginning. */
  readonly isBeginning: boolean
  /** It is looked for as it is spelled, without its stem. */
  readonly isLiteral: boolean
}

type Tokenise = (text: string) => readonly Token[]

const plain = { isBeginning: false, isLiteral: true }

/** Numbers are all each other's neighbours, and words of scripts without spaces are too short. */
const isSpelt = ({ word, parts }: Token): boolean => parts === undefined && !/\p{N}/u.test(word)

const closedValues = (field: string): readonly string[] | undefined =>
  field === 'has' || field === 'is' || field === 'kind' ? knownValues[field] : undefined

/** The pieces of a query that could be words or names of the archive, excluded and similar ones left out. */
export const typedPieces = (
  text: string,
  { lexemes, readings }: Pick<ReadQuery, 'lexemes' | 'readings'>,
  tokenise: Tokenise,
): readonly Piece[] => {
  const units = [0]
  for (const point of text) units.push((units.at(-1) as number) + point.length)
  const unitOf = (point: number): number => units[point] as number

  const nameOf = (lexeme: Lexeme & { type: 'field' }): Piece[] => {
    const word = lexeme.name.toLowerCase()
    if (meaningOf(word) !== undefined) return []
    const start = unitOf(lexeme.at)
    const among = fieldNames.map(({ name }) => name)
    return [{ start, end: start + lexeme.name.length, word, among, ...plain }]
  }

  const wordsOf = (lexeme: Lexeme & { type: 'word' | 'phrase' }, field: string | undefined): Piece[] => {
    const start = unitOf(lexeme.type === 'phrase' ? lexeme.at + 1 : lexeme.at)
    const readAs = readings.get(lexeme)?.readAs
    const tokens = tokenise(lexeme.text)
    return tokens.filter(isSpelt).map((token) => ({
      start: start + token.start,
      end: start + token.end,
      word: token.word,
      ...(field === undefined ? {} : { field }),
      isBeginning: readAs === 'beginning' && token === tokens.at(-1),
      isLiteral: readAs === 'phrase',
    }))
  }

  const valuesOf = (
    lexeme: Lexeme & { type: 'word' | 'phrase' },
    field: string,
    among: readonly string[],
  ): Piece[] => {
    const word = lexeme.text.toLowerCase()
    if (among.includes(word)) return []
    const start = unitOf(lexeme.type === 'phrase' ? lexeme.at + 1 : lexeme.at)
    return [{ start, end: start + lexeme.text.length, word, field, among, ...plain }]
  }

  return lexemes.flatMap((lexeme, index) => {
    const reading = readings.get(lexeme)
    if (!reading || reading.excluded || reading.readAs === 'similar') return []
    if (lexeme.type === 'field') return nameOf(lexeme)
    if (lexeme.type !== 'word' && lexeme.type !== 'phrase') return []
    const over = fieldOver(lexemes, index)
    const field = over === undefined ? undefined : meaningOf(over)
    const among = field === undefined ? undefined : closedValues(field)
    if (field !== undefined && among) return valuesOf(lexeme, field, among)
    return reading.readAs === 'value' || reading.readAs === 'date' ? [] : wordsOf(lexeme, field)
  })
}
