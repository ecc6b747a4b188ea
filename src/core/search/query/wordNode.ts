import type { WordMatch, WordNode } from './syntax'

const fuzzy = /^(.+)~([12])?$/u
const prefix = /^(.*[^*])\*+$/u
/** A word that the lexer would take for the name of a field, if anything stood behind it. */
const likeField = /^(\p{L}[\p{L}-]*):$/u

/** Whether an index could hold it: signs alone are looked for nowhere. */
export const isSearchable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** `wrod~1`, `pref*` or a word; one that is still `typed` is matched by its beginning. */
export const wordNode = (text: string, typed: boolean, field?: number): WordNode => {
  const node = (word: string, match: WordMatch): WordNode => ({
    type: 'word',
    text: word,
    match,
    ...(field === undefined ? {} : { field }),
  })
  const [, nearly, edits] = fuzzy.exec(text) ?? []
  if (nearly !== undefined) return node(nearly, { edits: edits === '2' ? 2 : 1 })
  const begun = prefix.exec(text)?.[1]
  if (begun !== undefined) return node(begun, 'prefix')
  return typed && isSearchable(text) ? node(text.replace(likeField, '$1'), 'prefix') : node(text, 'whole')
}
