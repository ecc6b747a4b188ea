import { cleanText } from '../text/cleanText'

/** Marks of lists in the private characters of Symbol and Wingdings, as word processors write them. */
const marks: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf0a8': '□',
  '\uf06e': '■',
  '\uf06f': '□',
}

/** A soft hyphen in a PDF is one that is seen, at the end of a line. */
const seenHyphen = /\u00ad(?=\s*$)/

/** Text of one run, clean, with the spaces at its ends, which say where words end. */
export const pieceText = (raw: string): string => {
  const shown = raw.replace(/[\uf000-\uf0ff]/g, (mark) => marks[mark] ?? mark).replace(seenHyphen, '-')
  const text = cleanText(shown.replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, ' '))
  if (text === '') return /\s/.test(raw) ? ' ' : ''
  return `${/^\s/.test(raw) ? ' ' : ''}${text}${/\s$/.test(raw) ? ' ' : ''}`
}
