import { plainWords } from '../plainWords'

/** Quotation marks of every kind: inside a phrase they would end it. */
const quotes = /["\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]/gu

/** What is searched for a row: as it stands, or literally as a phrase, so that commas, AND and colons are words. */
export const askedOf = (cell: string, readAs: 'phrase' | 'query'): string => {
  const words = plainWords(cell)
  if (readAs === 'query' || words === '') return words
  const plain = words.replace(quotes, ' ').replace(/\s+/gu, ' ').trim()
  return plain === '' ? '' : `"${plain}"`
}
