import { searchFields } from '#core/search/fields'
import type { PhraseNode, QueryNode, WordNode } from './syntax'

const marks = ['""', '\u201c\u201d', '\u00ab\u00bb', '\u300c\u300d'] as const

/** A text between quotation marks that don't occur in it; where all do, it loses them. */
export const quote = (text: string): string => {
  const free = marks.find((pair) => !text.includes(pair[1] as string))
  return free === undefined ? `"${text.replaceAll('"', ' ')}"` : `${free[0]}${text}${free[1]}`
}

const fieldOf = ({ field }: WordNode | PhraseNode): string =>
  field === undefined ? '' : `${searchFields[field]?.name ?? 'text'}:`

const wordOf = ({ text, match }: WordNode): string => {
  if (typeof match === 'object') return `${text}~${match.edits}`
  return match === 'prefix' ? `${text}*` : text
}

const leafOf = (node: WordNode | PhraseNode): string =>
  fieldOf(node) + (node.type === 'phrase' ? quote(node.text) : wordOf(node))

const isJoined = ({ type }: QueryNode): boolean => type === 'all' || type === 'any'

/** A colon before the closing mark would make a field's name of a word. */
const grouped = (node: QueryNode): string => `(${print(node).replace(/:$/u, ': ')})`

const inside = (node: QueryNode): string => (isJoined(node) ? grouped(node) : print(node))

const print = (node: QueryNode): string => {
  switch (node.type) {
    case 'word':
    case 'phrase':
      return leafOf(node)
    case 'near':
      return `${leafOf(node.left)} NEAR/${node.distance} ${leafOf(node.right)}`
    case 'everything':
      return '*'
    case 'flag':
      return node.flag
    case 'kind':
      return `kind:${node.kind}`
    case 'language':
      return `language:${node.language}`
    case 'date':
      return `${node.relation === 'on' ? 'published' : node.relation}:${node.date}`
    case 'all':
      return node.parts.map(inside).join(' ')
    case 'any':
      return node.parts.map(inside).join(' OR ')
    case 'not':
      return `NOT ${node.part.type === 'not' ? grouped(node.part) : inside(node.part)}`
  }
}

/** Whether a whole word stands at the very end, where it would be taken for one that is still typed. */
const endsInWord = (node: QueryNode): boolean => {
  if (node.type === 'word') return node.match === 'whole'
  if (node.type === 'near') return endsInWord(node.right)
  const last = 'parts' in node ? node.parts.at(-1) : node.type === 'not' ? node.part : undefined
  return last !== undefined && !isJoined(last) && endsInWord(last)
}

/** A query as one types it: what `parseQuery` read is read from it again. Ends in a space where the last word is whole. */
export const printQuery = (node: QueryNode): string => print(node) + (endsInWord(node) ? ' ' : '')
