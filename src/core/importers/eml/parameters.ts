import { charsetOf, decodeAs } from './charsetOf'
import { decodeWords } from './encodedWords'

/** A field with parameters: `Content-Type: text/plain; charset=utf-8` (RFC 2045, 5.1). */
export interface Parametrised {
  /** In lower case, without the parameters. */
  readonly value: string
  /** By names in lower case, decoded. */
  readonly parameters: ReadonlyMap<string, string>
}

/** Cuts at semicolons that stand in no quotation marks. */
const pieces = (text: string): readonly string[] => {
  const found: string[] = []
  let start = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (quoted && character === '\\') at += 1
    else if (character === '"') quoted = !quoted
    else if (character === ';' && !quoted) {
      found.push(text.slice(start, at))
      start = at + 1
    }
  }
  found.push(text.slice(start))
  return found
}

const unquote = (value: string): string => {
  const text = value.trim()
  if (!text.startsWith('"')) return text
  return text.slice(1, text.length > 1 && text.endsWith('"') ? -1 : undefined).replace(/\\(.)/g, '$1')
}

const percentBytes = (text: string): Uint8Array => {
  const bytes = Buffer.from(text, 'utf8')
  const decoded = Buffer.alloc(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const hex = bytes[at] === 0x25 ? bytes.toString('latin1', at + 1, at + 3) : ''
    const isCode = /^[0-9a-f]{2}$/i.test(hex)
    length = decoded.writeUInt8(isCode ? Number.parseInt(hex, 16) : (bytes[at] ?? 0), length)
    if (isCode) at += 2
  }
  return decoded.subarray(0, length)
}

/** `charset'language'text` (RFC 2231, 4); without its apostrophes it is text as it stands. */
const decodeExtended = (text: string): string => {
  const [, charset = '', content = text] = /^([^']*)'[^']*'([^]*)$/.exec(text) ?? []
  return decodeAs(percentBytes(content), charsetOf(charset) ?? 'utf-8')
}

interface Piece {
  readonly order: number
  readonly extended: boolean
  readonly text: string
}

const most = 1000

/** Puts `name*0*`, `name*1` ... together (RFC 2231, 3). Parts that are extended are decoded as one. */
const joined = (parts: readonly Piece[]): string => {
  const ordered = parts.toSorted((a, b) => a.order - b.order)
  if (!ordered.some((part) => part.extended)) return decodeWords(ordered.map((part) => part.text).join(''))
  const escape = ({ extended, text }: Piece): string => (extended ? text : text.replaceAll('%', '%25'))
  return decodeExtended(ordered.map(escape).join(''))
}

/** Reads a field with parameters. Of a parameter in both spellings the extended one counts. */
export const readParameters = (text: string): Parametrised => {
  const [first = '', ...rest] = pieces(text)
  const found = new Map<string, Piece[]>()
  for (const piece of rest.slice(0, most)) {
    const equals = piece.indexOf('=')
    const [, name, order, star] =
      /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/.exec(piece.slice(0, Math.max(0, equals)).trim().toLowerCase()) ?? []
    if (equals < 0 || name === undefined) continue
    const text = unquote(piece.slice(equals + 1))
    const isExtended = star !== undefined || order !== undefined
    const key = isExtended ? `${name}*` : name
    const parts = found.get(key) ?? []
    if (isExtended || parts.length === 0)
      parts.push({ order: Number(order ?? 0), extended: star !== undefined, text })
    found.set(key, parts)
  }
  const plain = [...found].filter(([key]) => !key.endsWith('*'))
  const extended = [...found]
    .filter(([key]) => key.endsWith('*'))
    .map(([key, parts]) => [key.slice(0, -1), parts] as const)
  const value = (/^[^\s(]*/.exec(first.trim())?.[0] ?? '').toLowerCase()
  return { value, parameters: new Map([...plain, ...extended].map(([name, parts]) => [name, joined(parts)])) }
}
