import { readQuery } from './readQuery'
import type { ParsedQuery } from './syntax'

/** Reads a query; what is no query is read as its words, and a note says where and why. Never throws. */
export const parseQuery = (text: string): ParsedQuery => {
  const { readAs, notes, root } = readQuery(text)
  return { readAs, notes, root }
}
