/** A part of a quotation: words that have to stand in the text, or a mark that says what was done between them. */
export interface QuotationPart {
  readonly type: 'words' | 'omission' | 'insertion'
  readonly text: string
}

const dots = String.raw`(?:…|\.\s?\.\s?\.(?:\s?\.)?)`

/** `[…]`, `(...)` and bare dots leave words out; any other bracket puts words in. A single letter only changes its case. */
const marks = new RegExp(
  String.raw`(?<omission>[[(]\s*${dots}\s*[\])]|${dots})|(?<insertion>\[(?!\p{L}\](?=\p{L}))[^\]]{1,200}\])`,
  'gu',
)

/** A quotation cut at its marked omissions and insertions. */
export const quotationParts = (quotation: string): QuotationPart[] => {
  const parts: QuotationPart[] = []
  let at = 0
  const addWords = (end: number): void => {
    const text = quotation.slice(at, end)
    if (/[\p{L}\p{N}]/u.test(text)) parts.push({ type: 'words', text })
  }
  for (const match of quotation.matchAll(marks)) {
    addWords(match.index)
    const type = match.groups?.['omission'] === undefined ? 'insertion' : 'omission'
    parts.push({ type, text: match[0] })
    at = match.index + match[0].length
  }
  addWords(quotation.length)
  return parts
}

/** `[T]he` stands for `The` and `the`. */
export const withoutCaseMark = (text: string): string => text.replace(/\[(\p{L})\](?=\p{L})/gu, '$1')
