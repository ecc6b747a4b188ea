import type { QueryNote } from '#shared/contract/search'
import { fieldValue } from './fieldValue'
import { lexQuery, type Lexeme } from './lexer'
import { deepestNesting, mostWords, type ParsedQuery, type QueryNode, type WordMatch } from './syntax'

/** What breaks the reading of a query off; caught in `parseQuery`, where the query is read as words instead. */
class Refusal extends Error {
  constructor(readonly note: QueryNote) {
    super(note.code)
  }
}

const refuse = (code: QueryNote['code'], at: number, word?: string): never => {
  throw new Refusal({ code, at, ...(word === undefined ? {} : { word }) })
}

const wordNode = (text: string, last: boolean, field: number | undefined): QueryNode => {
  const inField = field === undefined ? {} : { field }
  const fuzzy = /^(.+)~([12])?$/u.exec(text)
  const match = (value: WordMatch, word: string): QueryNode => ({
    type: 'word',
    text: word,
    match: value,
    ...inField,
  })
  if (fuzzy?.[1]) return match({ edits: fuzzy[2] === '2' ? 2 : 1 }, fuzzy[1])
  if (/.\*$/u.test(text)) return match('prefix', text.replace(/\*+$/u, ''))
  return match(last ? 'prefix' : 'whole', text)
}

/** A word that is still typed excludes itself alone, not all that begins like it; `-pref*` says otherwise. */
const excluded = (node: QueryNode, lexeme: Lexeme | undefined): QueryNode => {
  const typed = node.type === 'word' && node.match === 'prefix'
  return typed && !(lexeme?.type === 'word' && lexeme.text.endsWith('*')) ? { ...node, match: 'whole' } : node
}

const isOperatorNamed = (lexeme: Lexeme | undefined, name: string): boolean =>
  lexeme?.type === 'operator' && lexeme.name === name

const hasPositive = (node: QueryNode): boolean =>
  node.type === 'not' ? false : 'parts' in node ? node.parts.some(hasPositive) : true

/** One for each query: reads `any := all (OR all)*`, `all := not ((AND)? not)*`, `not := (NOT | -)? primary`. */
const createParser = (lexemes: readonly Lexeme[], length: number) => {
  let position = 0
  let depth = 0
  const peek = (): Lexeme | undefined => lexemes[position]
  const isOperator = (name: string): boolean => isOperatorNamed(peek(), name)

  const any = (field: number | undefined): QueryNode => {
    const parts = [all(field)]
    while (isOperator('OR')) {
      position += 1
      parts.push(all(field))
    }
    return parts.length === 1 ? (parts[0] as QueryNode) : { type: 'any', parts }
  }

  const all = (field: number | undefined): QueryNode => {
    const parts = [negation(field)]
    for (;;) {
      const lexeme = peek()
      if (!lexeme || lexeme.type === 'close' || isOperator('OR')) break
      if (isOperator('AND')) position += 1
      parts.push(negation(field))
    }
    return parts.length === 1 ? (parts[0] as QueryNode) : { type: 'all', parts }
  }

  const negation = (field: number | undefined): QueryNode => {
    if (!isOperator('NOT') && peek()?.type !== 'minus') return primary(field)
    position += 1
    const part = primary(field)
    return { type: 'not', part: excluded(part, lexemes[position - 1]) }
  }

  const group = (at: number, field: number | undefined): QueryNode => {
    depth += 1
    if (depth > deepestNesting) refuse('too-long', at)
    if (peek()?.type === 'close') refuse('missing-operand', at)
    const inside = any(field)
    if (peek()?.type !== 'close') refuse('unclosed-parenthesis', at)
    position += 1
    depth -= 1
    return inside
  }

  const fielded = (name: string, at: number): QueryNode => {
    const next = peek()
    const value = next?.type === 'word' || next?.type === 'phrase' ? next.text : ''
    const meaning = fieldValue(name, value)
    if (meaning === 'unknown') return refuse('unknown-field', at, name)
    if (meaning === 'bad') return refuse('missing-operand', at, name)
    if ('field' in meaning && !('type' in meaning)) return primary(meaning.field)
    if (value === '') return refuse('missing-operand', at, name)
    position += 1
    return meaning as QueryNode
  }

  const primary = (field: number | undefined): QueryNode => {
    const lexeme = peek()
    if (!lexeme) return refuse('missing-operand', length)
    position += 1
    switch (lexeme.type) {
      case 'word':
        return wordNode(lexeme.text, lexeme.last, field)
      case 'phrase':
        if (!lexeme.closed) refuse('unclosed-quote', lexeme.at)
        return { type: 'phrase', text: lexeme.text, ...(field === undefined ? {} : { field }) }
      case 'open':
        return group(lexeme.at, field)
      case 'field':
        return fielded(lexeme.name, lexeme.at)
      case 'close':
        return refuse('unexpected-parenthesis', lexeme.at)
      default:
        return refuse('missing-operand', lexeme.at)
    }
  }

  return (): QueryNode => {
    if (lexemes.length === 0) return { type: 'all', parts: [] }
    const root = any(undefined)
    const rest = peek()
    if (rest) refuse('unexpected-parenthesis', rest.at)
    return root
  }
}

const readAsWords = (lexemes: readonly Lexeme[]): QueryNode => ({
  type: 'all',
  parts: lexemes.flatMap((lexeme): QueryNode[] => {
    if (lexeme.type === 'word') return [wordNode(lexeme.text, lexeme.last, undefined)]
    if (lexeme.type === 'field') return [{ type: 'word', text: lexeme.name, match: 'whole' }]
    if (lexeme.type !== 'phrase') return []
    const words = lexeme.text.split(/\s+/u).filter((word) => word !== '')
    return words.map((word, at) => wordNode(word, !lexeme.closed && at === words.length - 1, undefined))
  }),
})

/** Reads a query; what is no query is read as its words, and a note says where and why. Never throws. */
export const parseQuery = (text: string): ParsedQuery => {
  const lexemes = lexQuery(text)
  const kept = lexemes.slice(0, mostWords)
  try {
    const cut = lexemes[mostWords]
    if (cut) refuse('too-long', cut.at)
    const root = createParser(lexemes, [...text].length)()
    if (lexemes.length > 0 && !hasPositive(root)) refuse('only-negation', lexemes[0]?.at ?? 0)
    return { readAs: 'query', notes: [], root }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { readAs: 'words', notes: [error.note], root: readAsWords(kept) }
  }
}
