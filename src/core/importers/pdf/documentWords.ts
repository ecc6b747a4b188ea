import type { DocumentPart } from './layoutPages'
import type { Vocabulary } from './joinPdfLines'

const word = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu
const brokenEnd = /([\p{L}\p{M}]+)[-\u2010]$/u
const wordBegin = /^\p{Ll}[\p{L}\p{M}]*/u

/** Both ways in which words that are broken at the ends of lines might be written. */
const wantedWords = (parts: Iterable<DocumentPart>): Set<string> => {
  const wanted = new Set<string>()
  for (const { lines } of parts)
    for (const [at, { text }] of lines.entries()) {
      const first = brokenEnd.exec(text.slice(-80))?.[1]
      const second = first && wordBegin.exec(lines[at + 1]?.text ?? '')?.[0]
      if (first && second)
        wanted.add(`${first}${second}`.toLowerCase()).add(`${first}-${second}`.toLowerCase())
    }
  return wanted
}

/** The words of a document, as far as a hyphen at the end of a line asks for them. */
export const documentWords = (layout: () => Iterable<DocumentPart>): Vocabulary => {
  const wanted = wantedWords(layout())
  const found = new Set<string>()
  if (wanted.size > 0)
    for (const { lines } of layout())
      for (const { text } of lines)
        for (const [literal] of text.matchAll(word)) {
          const lower = literal.toLowerCase().replace(/\u2010/g, '-')
          if (wanted.has(lower)) found.add(lower)
        }
  return found
}
