export type Lexeme =
  | { readonly type: 'word'; readonly text: string; readonly at: number; readonly last: boolean }
  | { readonly type: 'phrase'; readonly text: string; readonly at: number; readonly closed: boolean }
  | { readonly type: 'field'; readonly name: string; readonly at: number }
  | { readonly type: 'operator'; readonly name: 'AND' | 'OR' | 'NOT'; readonly at: number }
  | { readonly type: 'minus' | 'open' | 'close'; readonly at: number }

/** Opening marks with the one that closes each: typed quotes, and those that writing systems put in their place. */
const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\u201c', '\u201d'],
  ['\u201e', '\u201c\u201d'],
  ['\u00ab', '\u00bb'],
  ['\u300c', '\u300d'],
])

const space = /\s/u
const ends = /[\s()"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]/u
const fieldName = /^\p{L}[\p{L}-]*:(?=\S)/u

/** Cuts a query into lexemes; never throws. `at` is a code point. */
export const lexQuery = (text: string): readonly Lexeme[] => {
  const points = [...text]
  const lexemes: Lexeme[] = []
  let at = 0

  const phrase = (closing: string): void => {
    const start = at
    at += 1
    const from = at
    while (at < points.length && !closing.includes(points[at] as string)) at += 1
    const closed = at < points.length
    lexemes.push({ type: 'phrase', text: points.slice(from, at).join(''), at: start, closed })
    if (closed) at += 1
  }

  const word = (): void => {
    const start = at
    while (at < points.length && !ends.test(points[at] as string)) at += 1
    // A closing mark that nothing opened is a separator.
    if (at === start) {
      at += 1
      return
    }
    const raw = points.slice(start, at).join('')
    const field = fieldName.exec(points.slice(start, at + 1).join(''))?.[0]
    if (field) {
      lexemes.push({ type: 'field', name: field.slice(0, -1), at: start })
      at = start + [...field].length
    } else if (raw === 'AND' || raw === 'OR' || raw === 'NOT')
      lexemes.push({ type: 'operator', name: raw, at: start })
    else lexemes.push({ type: 'word', text: raw, at: start, last: at === points.length })
  }

  while (at < points.length) {
    const point = points[at] as string
    const next = points[at + 1]
    const closing = quotes.get(point)
    if (space.test(point)) at += 1
    else if (closing) phrase(closing)
    else if (point === '(' || point === ')') {
      lexemes.push({ type: point === '(' ? 'open' : 'close', at })
      at += 1
    } else if (point === '-' && next !== undefined && !space.test(next) && next !== '-' && next !== ')') {
      lexemes.push({ type: 'minus', at })
      at += 1
    } else word()
  }
  return lexemes
}
