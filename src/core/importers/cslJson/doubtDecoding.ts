import type { Doubt } from '#shared/model/article'
import type { ParsedItem } from '#shared/model/parsed'

// eslint-disable-next-line no-control-regex -- ASCII is what needs no charset to be right
const beyondAscii = /[^\u0000-\u007f]/

/**
 * Adds what is not sure of the charset of a file to those of its records that have a character which depends on it: a
 * record is kept for itself, so it has to say so itself.
 */
export const doubtDecoding = (doubts: readonly Doubt[]): ((item: ParsedItem) => ParsedItem) => {
  if (doubts.length === 0) return (item) => item
  return (item) => {
    if (item.kind !== 'reference' && item.kind !== 'photo') return item
    const text = JSON.stringify(item.kind === 'photo' ? item.fields : item.csl)
    return beyondAscii.test(text) ? { ...item, doubts: [...(item.doubts ?? []), ...doubts] } : item
  }
}
