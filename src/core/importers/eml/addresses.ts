import { cleanText } from '../text/cleanText'
import { decodeWords } from './encodedWords'

export interface Mailbox {
  readonly name?: string
  readonly address?: string
}

/** One mailbox while it is read. */
interface Gathered {
  /** Without and with its quotation marks: a name, or an address that stands without brackets. */
  readonly phrase: string[]
  readonly spec: string[]
  angle: string | undefined
  comment: string | undefined
}

const empty = (): Gathered => ({ phrase: [], spec: [], angle: undefined, comment: undefined })

/** The text up to the closing character, without escapes, and where it goes on. Comments may hold comments. */
const enclosed = (
  text: string,
  from: number,
  open: string,
  close: string,
): { readonly inside: string; readonly after: number } => {
  const inside: string[] = []
  let depth = 1
  let at = from
  for (; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === close) depth -= 1
    else if (character === open) depth += 1
    if (depth === 0) break
    if (character === '\\') at += 1
    inside.push(text[at] ?? '')
  }
  return { inside: inside.join(''), after: at + 1 }
}

const oneSpace = (text: string): string => text.replace(/\s+/g, ' ')

const words = (text: string): string => cleanText(decodeWords(oneSpace(text)))

/** Without comments, without white space, and without the route of old times (`<@host:a@b>`). */
const bareAddress = (text: string): string =>
  cleanText(
    text
      .replace(/\([^()]*\)/g, '')
      .replace(/\s+/g, '')
      .replace(/^@[^:]*:/, ''),
  )

/** An address without brackets; white space may stand around its dots (RFC 822). */
const specAddress = (spec: string): string | undefined => {
  const text = oneSpace(spec)
    .replace(/ ?([.@]) ?/g, '$1')
    .trim()
  return /^(?:"[^"]*"|[^\s"]+)@[^\s@]+$/.test(text) ? cleanText(text) : undefined
}

/** Characters of a name and an address without brackets. */
const longestLoose = 500

/** A comment is the name of an address that has no other (RFC 822); by itself it is nothing. */
const toMailbox = ({ phrase, spec, angle, comment = '' }: Gathered): Mailbox | undefined => {
  const bare = angle === undefined ? specAddress(spec.join('')) : undefined
  const said = bare === undefined ? words(phrase.join('')) : ''
  // 'Ada Miller ada@example.org', which no standard allows.
  const isShort = angle === undefined && said.length <= longestLoose
  const [, before, last] = (isShort && /^(.*\S) <?([^\s<]+@[^\s>]+)>?$/.exec(said)) || []
  const address = bare ?? last ?? bareAddress(angle ?? '')
  const name = before ?? (said || (address === '' ? '' : words(comment)))
  if (address === '' && name === '') return undefined
  return { ...(name === '' || name === address ? {} : { name }), ...(address === '' ? {} : { address }) }
}

/** 'Doe, John <x@y>' without the quotation marks that it should have is one name, cut in two. */
const rejoined = (found: readonly Mailbox[]): readonly Mailbox[] => {
  const whole: Mailbox[] = []
  for (const mailbox of found) {
    const last = whole.at(-1)
    if (
      last?.name !== undefined &&
      last.address === undefined &&
      mailbox.name !== undefined &&
      mailbox.address
    )
      whole[whole.length - 1] = { ...mailbox, name: `${last.name}, ${mailbox.name}` }
    else whole.push(mailbox)
  }
  return whole
}

const enclosures: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['(', ')'],
  ['<', '>'],
])

/** The mailboxes of an address field (RFC 5322, 3.4), members of groups among them; the names of groups are left out. */
export const readAddresses = (text: string): readonly Mailbox[] => {
  const found: Mailbox[] = []
  let current = empty()
  const end = (): void => {
    const mailbox = toMailbox(current)
    if (mailbox) found.push(mailbox)
    current = empty()
  }
  for (let at = 0; at < text.length;) {
    const character = text[at] ?? ''
    const { inside, after } = enclosures.has(character)
      ? enclosed(text, at + 1, character, enclosures.get(character) ?? '')
      : { inside: character, after: at + 1 }
    at = after
    if (character === '"') {
      current.phrase.push(inside)
      current.spec.push(`"${inside}"`)
    } else if (character === '(') current.comment ??= inside
    else if (character === '<') current.angle = inside
    else if (character === ',' || character === ';') end()
    else if (character === ':' && current.angle === undefined) current = empty()
    else {
      current.phrase.push(character)
      current.spec.push(character)
    }
  }
  end()
  return rejoined(found)
}
