import type { ArticleFields, FieldOrigins } from '#shared/model/article'
import type { ArticleDraft } from '../articleDraft'
import { cleanText } from '../text/cleanText'
import { readAddresses, type Mailbox } from './addresses'
import { decodeWords } from './encodedWords'
import { headerOf, headerText, type Header } from './headerBlock'
import { readMailDate } from './mailDate'

type MailFields = Pick<ArticleFields, 'byline' | 'published' | 'uri' | 'correspondents'> & {
  readonly headline?: string
}

export interface ReadFields {
  readonly fields: MailFields
  readonly origins: FieldOrigins
}

const roles = ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc'] as const

const mailboxesOf = (headers: readonly Header[], role: string): readonly Mailbox[] =>
  headers.filter(({ name }) => name === role).flatMap((header) => readAddresses(headerText(header)))

const correspondentsOf = (headers: readonly Header[]): NonNullable<ArticleFields['correspondents']> =>
  roles.flatMap((role) => mailboxesOf(headers, role).map((mailbox) => ({ role, ...mailbox })))

const bylineOf = (headers: readonly Header[]): string | undefined =>
  mailboxesOf(headers, 'from')
    .flatMap(({ name, address }) => name ?? address ?? [])
    .join(', ') || undefined

/** `mid:` and the id, with what a URL can't have in it escaped (RFC 2392). */
const uriOf = (headers: readonly Header[]): string | undefined => {
  const stated = headerOf(headers, 'message-id') ?? ''
  const id = /<\s*([^<>\s]+)\s*>/.exec(stated)?.[1] ?? /^[^<>\s@]+@[^<>\s@]+$/.exec(stated)?.[0]
  if (id === undefined) return undefined
  const escaped = encodeURI(id.replace(/\p{Cs}/gu, '')).replace(/[/?#]/g, encodeURIComponent)
  const uri = `mid:${escaped}`
  return uri.length <= 2000 ? uri : undefined
}

/** Characters of a date; what is longer is none. */
const longestDate = 200

const publishedOf = (headers: readonly Header[], draft: ArticleDraft): MailFields['published'] => {
  const literal = cleanText(headerOf(headers, 'date') ?? '').slice(0, longestDate)
  if (literal === '') return undefined
  const date = readMailDate(literal)
  if (!date) draft.doubt('published', `The mail's date, "${literal}", cannot be read.`)
  else if (!date.edtf.includes('T'))
    draft.doubt('published', `Of the mail's date, "${literal}", only the day is sure.`)
  return date
}

/** The fields that have a value, each with the header as its origin. */
const originsOf = (values: Readonly<Record<string, string | undefined>>): FieldOrigins =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, [{ from: 'mail-header' as const, value }]]],
    ),
  )

/** What the header of a mail says of it. */
export const readMailFields = (headers: readonly Header[], draft: ArticleDraft): ReadFields => {
  const subject = cleanText(decodeWords(headerOf(headers, 'subject') ?? '').replace(/\s+/g, ' '))
  const correspondents = correspondentsOf(headers)
  const byline = bylineOf(headers)
  const published = publishedOf(headers, draft)
  const uri = uriOf(headers)
  return {
    fields: {
      ...(subject === '' ? {} : { headline: subject }),
      ...(byline === undefined ? {} : { byline }),
      ...(published === undefined ? {} : { published }),
      ...(uri === undefined ? {} : { uri }),
      ...(correspondents.length === 0 ? {} : { correspondents }),
    },
    origins: originsOf({ headline: subject || undefined, byline, published: published?.literal, uri }),
  }
}
