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

/** Letters in the form that they have beside others, and ligatures: the letters themselves are meant. */
const forms = /[\ufb00-\ufdff\ufe70-\ufefc]+/g

/**
 * Text of one run, clean, with the spaces at its ends, which say where words end, and with a soft hyphen at its end, which is
 * seen where a line ends there.
 */
export const pieceText = (raw: string): string => {
  const letters = raw
    .replace(/[\uf000-\uf0ff]/g, (mark) => marks[mark] ?? mark)
    .replace(forms, (form) => form.normalize('NFKC'))
  const text = cleanText(letters.replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, ' '))
  if (text === '') return /\s/.test(raw) ? ' ' : ''
  const hyphen = letters.endsWith('\u00ad') ? '\u00ad' : ''
  return `${/^\s/.test(raw) ? ' ' : ''}${text}${hyphen}${/\s$/.test(raw) ? ' ' : ''}`
}
