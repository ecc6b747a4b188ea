import { fieldMeaning } from './fieldValue'
import { longestDistance, usualDistance } from './syntax'

/** Stretch of the query in code points. */
interface Stretch {
  readonly at: number
  readonly end: number
}

/** `last`: nothing stands behind it, so it may still be typed. `distance` is absent where what follows `NEAR/` is none. */
export type Lexeme = Stretch &
  (
    | { readonly type: 'word'; readonly text: string; readonly last: boolean }
    | { readonly type: 'phrase'; readonly text: string; readonly closed: boolean }
    | { readonly type: 'field'; readonly name: string }
    | { readonly type: 'operator'; readonly name: 'AND' | 'OR' | 'NOT' }
    | { readonly type: 'operator'; readonly name: 'NEAR'; readonly text: string; readonly distance?: number }
    | { readonly type: 'minus' | 'open' | 'close' }
  )

/** Opening marks with the ones that close each: typed quotes, and those that writing systems put in their place. */
const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\u201c', '\u201d'],
  ['\u201e', '\u201c\u201d'],
  ['\u00ab', '\u00bb'],
  ['\u300c', '\u300d'],
  ['\u300e', '\u300f'],
])

/** Closing marks that open too, in German books and in Swedish; they do so only where the phrase is closed. */
const turnedQuotes: ReadonlyMap<string, string> = new Map([
  ['\u201d', '\u201d'],
  ['\u00bb', '\u00ab'],
])

const space = /\s/u
const ends = /[\s()"\u201c-\u201e\u00ab\u00bb\u300c-\u300f]/u
const fieldName = /^\p{L}[\p{L}-]*:(?=\S|$)/u
const nearness = /^NEAR(?:\/(.*))?$/u

const distanceOf = (number: string | undefined): number | undefined => {
  if (number === undefined) return usualDistance
  return /^\d{1,3}$/u.test(number) && Number(number) <= longestDistance ? Number(number) : undefined
}

const operatorOf = (raw: string, stretch: Stretch): Lexeme | undefined => {
  if (raw === 'AND' || raw === 'OR' || raw === 'NOT') return { type: 'operator', name: raw, ...stretch }
  const near = nearness.exec(raw)
  if (!near) return undefined
  const distance = distanceOf(near[1])
  return {
    type: 'operator',
    name: 'NEAR',
    text: raw,
    ...stretch,
    ...(distance === undefined ? {} : { distance }),
  }
}

const phraseAt = (points: readonly string[], at: number): Lexeme | undefined => {
  const mark = points[at] as string
  const closing = quotes.get(mark) ?? turnedQuotes.get(mark)
  if (closing === undefined) return undefined
  const from = at + 1
  let to = from
  while (to < points.length && !closing.includes(points[to] as string)) to += 1
  const closed = to < points.length
  if (!closed && !quotes.has(mark)) return undefined
  return { type: 'phrase', text: points.slice(from, to).join(''), at, end: closed ? to + 1 : to, closed }
}

/**
 * The name of a field with its colon. Where nothing stands behind it yet, as in `Paris:`, only a name that there is; before a
 * space it is none, since texts that are pasted say `Source: CNN`.
 */
const fieldAt = (points: readonly string[], at: number, end: number): string | undefined => {
  const name = fieldName.exec(points.slice(at, end + 1).join(''))?.[0].slice(0, -1)
  if (name === undefined) return undefined
  const isBare = at + [...name].length + 1 === points.length
  return isBare && !fieldMeaning(name) ? undefined : name
}

/** A field's name, an operator or a word; `undefined` at a closing mark that nothing opened. */
const wordAt = (points: readonly string[], at: number): Lexeme | undefined => {
  let end = at
  while (end < points.length && !ends.test(points[end] as string)) end += 1
  if (end === at) return undefined
  const name = fieldAt(points, at, end)
  if (name !== undefined) return { type: 'field', name, at, end: at + [...name].length + 1 }
  const text = points.slice(at, end).join('')
  return operatorOf(text, { at, end }) ?? { type: 'word', text, at, end, last: end === points.length }
}

const isMinus = (point: string, next: string | undefined): boolean =>
  point === '-' && next !== undefined && !space.test(next) && next !== '-' && next !== ')'

/** Cuts a query into lexemes; never throws. */
export const lexQuery = (text: string): readonly Lexeme[] => {
  const points = [...text]
  const lexemes: Lexeme[] = []
  let at = 0
  while (at < points.length) {
    const point = points[at] as string
    const sign = { at, end: at + 1 }
    let lexeme: Lexeme | undefined
    if (point === '(' || point === ')') lexeme = { type: point === '(' ? 'open' : 'close', ...sign }
    else if (isMinus(point, points[at + 1])) lexeme = { type: 'minus', ...sign }
    else if (!space.test(point)) lexeme = phraseAt(points, at) ?? wordAt(points, at)
    if (lexeme) lexemes.push(lexeme)
    at = lexeme?.end ?? at + 1
  }
  return lexemes
}
