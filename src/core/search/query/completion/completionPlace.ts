import { fieldOver } from '../fieldOver'
import { lexQuery, type Lexeme } from '../lexer'

/** Where a query is completed: what is begun before the cursor, and the code points `[from, to)` that an option replaces. */
export interface CompletionPlace {
  readonly begun: string
  readonly from: number
  readonly to: number
  /** Name of the field whose words or values stand here, as typed. */
  readonly field?: string
  readonly isInPhrase: boolean
  /** Whether a part of the query stands before it that `AND`, `OR` or `NEAR` could join. */
  readonly isJoinable: boolean
}

const isWhole = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.type === 'word' || lexeme?.type === 'phrase' || lexeme?.type === 'close'

const isText = ({ type }: Lexeme): boolean => type === 'word' || type === 'phrase' || type === 'operator'

/** The stretch that the lexeme offers at the cursor: all of it, but only what is typed of a phrase that is still open. */
const stretchOf = (lexeme: Lexeme, cursor: number): { readonly from: number; readonly to: number } => ({
  from: lexeme.at,
  to: lexeme.type === 'phrase' && !lexeme.closed ? cursor : lexeme.end,
})

/** `undefined` where nothing is begun: behind a space, or behind the end of a phrase. */
export const completionPlace = (text: string, cursor: number): CompletionPlace | undefined => {
  const points = [...text]
  const lexemes = lexQuery(text)
  const placeOf = (index: number, rest: Pick<CompletionPlace, 'begun' | 'from' | 'to'>): CompletionPlace => {
    const field = fieldOver(lexemes, index)
    return {
      ...rest,
      ...(field === undefined ? {} : { field }),
      isInPhrase: lexemes[index]?.type === 'phrase',
      isJoinable: isWhole(lexemes[index - 1]),
    }
  }

  const at = lexemes.findIndex((lexeme) => lexeme.at < cursor && cursor <= lexeme.end)
  const lexeme = lexemes[at]
  if (!lexeme) return undefined
  if (lexeme.type === 'field' && cursor < lexeme.end)
    return placeOf(at, {
      begun: points.slice(lexeme.at, cursor).join(''),
      from: lexeme.at,
      to: lexeme.end,
    })
  if (lexeme.type === 'phrase' && lexeme.closed && cursor === lexeme.end) return undefined
  if (isText(lexeme)) {
    const first = lexeme.type === 'phrase' ? lexeme.at + 1 : lexeme.at
    return placeOf(at, { begun: points.slice(first, cursor).join(''), ...stretchOf(lexeme, cursor) })
  }
  // Right behind `publisher:` or `publisher:(`, where a value begins.
  const next = lexemes[at + 1]
  const place = placeOf(at + 1, { begun: '', from: cursor, to: cursor })
  if (place.field === undefined || lexeme.type === 'close' || lexeme.type === 'minus') return undefined
  return next?.at === cursor && isText(next) ? { ...place, ...stretchOf(next, cursor) } : place
}
