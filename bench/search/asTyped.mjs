import { idToNumber } from './documents.mjs'
import { most } from './most.mjs'

/** A query as a person types it; a space after the last word says that it is whole. */
const texts = {
  typed: (words, beginning) => [...words, beginning].join(' '),
  any: (words) => `${words.join(' OR ')} `,
  all: (words) => `${words.join(' ')} `,
  phrase: (words) => `"${words.join(' ')}"`,
  fuzzy: (word) => `${word}~1`,
  field: (word, section) => `headline:${word} keyword:${section} `,
  known: (words) => `${words.join(' OR ')} `,
  mistyped: (words) => `${words.map((word) => (word.length > 4 ? `${word}~1` : word)).join(' OR ')} `,
}

/** The kinds of query over an engine's `select`: ids alone, as the peers give them. */
export const asTyped = (select) => {
  const find = async (text) => (await select(text, { most })).map(idToNumber)
  return Object.fromEntries(
    Object.entries(texts).map(([kind, toText]) => [kind, (...words) => find(toText(...words))]),
  )
}
