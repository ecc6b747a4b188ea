import { fieldMeaning, type FieldMeaning } from './fieldValue'
import type { Lexeme } from './lexer'
import { nearNodes } from './near'
import { readingOfWord, type Reading, type ReadAs, type Readings } from './reading'
import { refuse } from './refusal'
import { deepestNesting, type QueryNode } from './syntax'
import { wordNode } from './wordNode'

/** The field whose words or values are read. */
interface Scope {
  readonly name: string
  readonly meaning: FieldMeaning
}

interface State {
  readonly lexemes: readonly Lexeme[]
  /** Of the text, in code points. */
  readonly length: number
  /** What each lexeme was read as. */
  readonly readings: Map<Lexeme, Reading>
  position: number
  depth: number
  /** Inside `NOT`: a word that is still typed excludes itself alone, not all that begins like it; `-pref*` says otherwise. */
  excluded: boolean
}

const peek = (state: State): Lexeme | undefined => state.lexemes[state.position]

const isOperator = (lexeme: Lexeme | undefined, name: string): boolean =>
  lexeme?.type === 'operator' && lexeme.name === name

const take = (state: State, lexeme: Lexeme, readAs: ReadAs, scope?: Scope): void => {
  state.position += 1
  state.readings.set(lexeme, {
    readAs,
    ...(scope ? { field: scope.name } : {}),
    ...(state.excluded ? { excluded: true } : {}),
  })
}

const joined = (type: 'all' | 'any', parts: readonly QueryNode[]): QueryNode =>
  parts.length === 1 ? (parts[0] as QueryNode) : { type, parts }

const any = (state: State, scope: Scope | undefined): QueryNode => {
  const parts = [all(state, scope)]
  for (let next = peek(state); next && isOperator(next, 'OR'); next = peek(state)) {
    take(state, next, 'operator')
    parts.push(all(state, scope))
  }
  return joined('any', parts)
}

const all = (state: State, scope: Scope | undefined): QueryNode => {
  const parts = [...negation(state, scope)]
  for (let next = peek(state); next && next.type !== 'close' && !isOperator(next, 'OR'); next = peek(state)) {
    if (isOperator(next, 'AND')) take(state, next, 'operator')
    parts.push(...negation(state, scope))
  }
  return joined('all', parts)
}

const negation = (state: State, scope: Scope | undefined): readonly QueryNode[] => {
  const lexeme = peek(state)
  if (!lexeme || (lexeme.type !== 'minus' && !isOperator(lexeme, 'NOT'))) return nearness(state, scope)
  const outside = state.excluded
  take(state, lexeme, 'operator')
  state.excluded = true
  const part = joined('all', nearness(state, scope))
  state.excluded = outside
  return [{ type: 'not', part }]
}

const nearness = (state: State, scope: Scope | undefined): readonly QueryNode[] => {
  const operands = [primary(state, scope)]
  const distances: number[] = []
  const first = peek(state)
  for (let next = first; next?.type === 'operator' && next.name === 'NEAR'; next = peek(state)) {
    distances.push(next.distance ?? refuse('bad-distance', next.at, next.text))
    take(state, next, 'near')
    operands.push(primary(state, scope))
  }
  if (distances.length === 0) return operands
  return nearNodes(operands, distances) ?? refuse('missing-operand', first?.at ?? 0, 'NEAR')
}

const group = (state: State, open: Lexeme, scope: Scope | undefined): QueryNode => {
  take(state, open, 'parenthesis')
  state.depth += 1
  if (state.depth > deepestNesting) refuse('too-long', open.at)
  if (peek(state)?.type === 'close') refuse('missing-operand', open.at)
  const inside = any(state, scope)
  const close = peek(state)
  if (close?.type !== 'close') return refuse('unclosed-parenthesis', open.at)
  take(state, close, 'parenthesis')
  state.depth -= 1
  return inside
}

const fielded = (state: State, lexeme: Lexeme & { type: 'field' }): QueryNode => {
  const { name, at } = lexeme
  const meaning = fieldMeaning(name) ?? refuse('unknown-field', at, name)
  take(state, lexeme, 'field')
  const next = peek(state)
  if (next?.type !== 'word' && next?.type !== 'phrase' && next?.type !== 'open')
    return refuse('missing-operand', at, name)
  return primary(state, { name, meaning })
}

type Leaf = Extract<Lexeme, { type: 'word' | 'phrase' }>

const valueLeaf = (state: State, lexeme: Leaf, scope: Scope): QueryNode | undefined => {
  if (!('read' in scope.meaning)) return undefined
  if (lexeme.text === '') return refuse('missing-operand', lexeme.at, scope.name)
  const value = scope.meaning.read(lexeme.text)
  if (typeof value === 'string') return refuse(value, lexeme.at, `${scope.name}:${lexeme.text}`)
  take(state, lexeme, value.type === 'date' ? 'date' : 'value', scope)
  return value
}

const leaf = (state: State, lexeme: Leaf, scope: Scope | undefined): QueryNode => {
  if (lexeme.type === 'phrase' && !lexeme.closed) refuse('unclosed-quote', lexeme.at)
  const value = scope && valueLeaf(state, lexeme, scope)
  if (value) return value
  const field = scope && 'field' in scope.meaning ? scope.meaning.field : undefined
  if (lexeme.type === 'phrase') {
    take(state, lexeme, 'phrase', scope)
    return { type: 'phrase', text: lexeme.text, ...(field === undefined ? {} : { field }) }
  }
  if (/^\*+$/u.test(lexeme.text)) {
    if (scope) refuse('missing-operand', lexeme.at, scope.name)
    take(state, lexeme, 'beginning')
    return { type: 'everything' }
  }
  const node = wordNode(lexeme.text, lexeme.last && !state.excluded, field)
  take(state, lexeme, readingOfWord(node), scope)
  return node
}

const primary = (state: State, scope: Scope | undefined): QueryNode => {
  const lexeme = peek(state)
  switch (lexeme?.type) {
    case undefined:
      return refuse('missing-operand', state.length)
    case 'word':
    case 'phrase':
      return leaf(state, lexeme, scope)
    case 'open':
      return group(state, lexeme, scope)
    case 'field':
      return fielded(state, lexeme)
    case 'close':
      return refuse('unexpected-parenthesis', lexeme.at)
    case 'minus':
      return refuse('missing-operand', lexeme.at, '-')
    case 'operator':
      return refuse('missing-operand', lexeme.at, lexeme.name)
  }
}

/**
 * Reads `any := all (OR all)*`, `all := not ((AND)? not)*`, `not := (NOT | -)? near`, `near := primary (NEAR primary)*`.
 * Throws a `Refusal` at what is no query.
 */
export const parseLexemes = (
  lexemes: readonly Lexeme[],
  length: number,
): { readonly root: QueryNode; readonly readings: Readings } => {
  const readings = new Map<Lexeme, Reading>()
  if (lexemes.length === 0) return { root: { type: 'everything' }, readings }
  const state: State = { lexemes, length, readings, position: 0, depth: 0, excluded: false }
  const root = any(state, undefined)
  const rest = peek(state)
  if (rest) refuse('unexpected-parenthesis', rest.at)
  return { root, readings }
}
