import { lexQuery, type Lexeme } from './lexer'
import { parseLexemes } from './parser'
import { readAsWords } from './readAsWords'
import type { Readings } from './reading'
import { refuse, Refusal } from './refusal'
import { mostWords, type ParsedQuery, type QueryNode } from './syntax'

/** A query with what each of its pieces was read as. */
export interface ReadQuery extends ParsedQuery {
  readonly lexemes: readonly Lexeme[]
  readonly readings: Readings
}

const hasPositive = (node: QueryNode): boolean =>
  node.type === 'not' ? false : 'parts' in node ? node.parts.some(hasPositive) : true

/** Whether it narrows what is there, as `kind:photo` or `publisher:Reuters` do, and is no word that one looks for anywhere. */
const isNarrowing = (node: QueryNode): boolean => {
  if ('parts' in node) return node.parts.every(isNarrowing)
  if (node.type === 'not') return isNarrowing(node.part)
  if (node.type === 'near') return node.left.field !== undefined
  return node.type === 'word' || node.type === 'phrase' ? node.field !== undefined : true
}

const withEverything = (root: QueryNode): QueryNode => ({
  type: 'all',
  parts: [{ type: 'everything' }, ...(root.type === 'all' ? root.parts : [root])],
})

/** Reads a query; what is no query is read as its words, and a note says where and why. Never throws. */
export const readQuery = (text: string): ReadQuery => {
  const lexemes = lexQuery(text)
  try {
    const cut = lexemes[mostWords]
    if (cut) refuse('too-long', cut.at)
    const { root, readings } = parseLexemes(lexemes, [...text].length)
    const positive = hasPositive(root)
    if (!positive && !isNarrowing(root)) refuse('only-negation', lexemes[0]?.at ?? 0)
    return { readAs: 'query', notes: [], root: positive ? root : withEverything(root), lexemes, readings }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { readAs: 'words', notes: [error.note], lexemes, ...readAsWords(lexemes.slice(0, mostWords)) }
  }
}
