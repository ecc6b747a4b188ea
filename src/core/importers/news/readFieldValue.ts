import type { ArticleFields } from '#shared/model/article'
import { readByline } from '../text/readByline'
import { oneLine } from './oneLine'
import { readNewsDate } from './readNewsDate'
import type { SingleField } from './statedItem'

/** A value in the form that its field has, or why it has none. */
export type FieldValue<Field extends SingleField> =
  | { readonly value: NonNullable<ArticleFields[Field]>; readonly doubt?: string }
  | { readonly value?: undefined; readonly doubt: string }

type Reader<Field extends SingleField> = (line: string) => FieldValue<Field>

/** Characters of an identifier, as the model has it. */
const longestUri = 2000

const asItIs = (line: string): { readonly value: string } => ({ value: line })

/** 'By' and its like are no part of a byline, as in printed texts; what was found is kept with it. */
const byline: Reader<'byline'> = (line) => {
  const read = readByline(line)
  return { value: read && !read.date ? read.byline : line }
}

const date = (line: string): FieldValue<'published'> & FieldValue<'modified'> => {
  const read = readNewsDate(line)
  if (!read) return { doubt: `"${line.slice(0, 100)}" could not be read as a date.` }
  const { doubt, ...value } = read
  return doubt === undefined ? { value } : { value, doubt }
}

/** BCP 47; feeds write `en_US` too. */
const language: Reader<'language'> = (line) => {
  const tag = line.replaceAll('_', '-')
  return /^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/.test(tag)
    ? { value: tag }
    : { doubt: `"${line.slice(0, 100)}" names no language.` }
}

const url: Reader<'url'> = (line) => {
  const isWeb = /^https?:\/\//i.test(line) && URL.canParse(line)
  return isWeb ? { value: line } : { doubt: `"${line.slice(0, 100)}" is no web address.` }
}

const uri: Reader<'uri'> = (line) =>
  line.length <= longestUri ? { value: line } : { doubt: 'Its identifier is too long to be kept.' }

/** ninjs 3.1 and NewsML-G2 (`stat:`) have three; older services spell them otherwise. */
const pubStatuses: Readonly<Record<string, 'usable' | 'withheld' | 'canceled'>> = {
  usable: 'usable',
  withheld: 'withheld',
  canceled: 'canceled',
  cancelled: 'canceled',
  embargoed: 'withheld',
}

const pubStatus: Reader<'pubStatus'> = (line) => {
  const value = pubStatuses[line.slice(line.lastIndexOf(':') + 1).toLowerCase()]
  return value
    ? { value }
    : { doubt: `Its publication status is "${line.slice(0, 100)}", which is not known.` }
}

const readers: { readonly [Field in SingleField]: Reader<Field> } = {
  headline: asItIs,
  byline,
  dateline: asItIs,
  publisher: asItIs,
  published: date,
  modified: date,
  language,
  url,
  uri,
  pubStatus,
  copyrightNotice: asItIs,
}

/** Undefined where the value says nothing at all. */
export const readFieldValue = <Field extends SingleField>(
  field: Field,
  stated: string,
): FieldValue<Field> | undefined => {
  const line = oneLine(stated)
  return line === undefined ? undefined : readers[field](line)
}
