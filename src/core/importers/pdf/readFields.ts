import type { PdfDocument } from 'unpdf/pdfjs'
import * as scalars from '#shared/model/scalars'
import type { ArticleFields, FieldOrigins } from '#shared/model/article'
import { readDate } from '../text/readDate'
import { cleanText } from '../text/cleanText'
import { pdfDate } from './pdfDate'
import { isRealTitle } from './isRealTitle'

/** What a PDF states about itself, in its dictionary and in XMP. */
export interface StatedFields {
  readonly title?: string
  readonly fields: Omit<Partial<ArticleFields>, 'headline' | 'articleType'>
  readonly origins: FieldOrigins
}

type Origins = Record<string, FieldOrigins[string]>

/** Longest text and longest list that is taken from there. */
const longest = 2000
const mostValues = 200

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? cleanText(value.slice(0, longest).replace(/\s+/g, ' ')) || undefined : undefined

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value])
    .slice(0, mostValues)
    .flatMap((one) => textOf(one) ?? [])

/** Words that stand where nobody wrote who wrote it. */
const nobody =
  /^(?:user|owner|admin|administrator|unknown|author|anonymous|\(?none\)?|pc|default|guest|root|microsoft(?: office user)?|utilisateur|usuario|benutzer)\d*$/iu

const addOrigin = (
  origins: Origins,
  field: string,
  from: 'document' | 'dublin-core',
  value?: string,
): void => {
  if (value !== undefined) origins[field] = [...(origins[field] ?? []), { from, value }]
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]

/** Keywords are one text in the dictionary, however they were typed. */
const keywordsOf = (info: unknown, subjects: readonly string[]): string[] | undefined => {
  const parted = (words: string): string[] =>
    words.split(words.includes(';') ? ';' : /[,，、]/).map(cleanText)
  const stated = textOf(info)
  const [first] = subjects
  const listed = subjects.length === 1 && first !== undefined ? parted(first) : subjects
  const all = unique(
    [...listed, ...(stated === undefined ? [] : parted(stated))].filter(
      (word) => word !== '' && word.length <= 200,
    ),
  ).slice(0, mostValues)
  return all.length > 0 ? [...all] : undefined
}

/** When it was published, only where that is what is said (PRISM 3.0). The dates of the file itself say no such thing. */
const publishedOf = (value: unknown): ArticleFields['published'] => {
  const literal = textOf(value)
  const read = literal === undefined ? undefined : readDate(literal)
  if (literal === undefined || !read) return undefined
  return read.edtf === literal ? { edtf: read.edtf } : { edtf: read.edtf, literal }
}

const dateOf = (value: unknown): string | undefined => {
  const literal = textOf(value)
  return literal === undefined ? undefined : (pdfDate(literal) ?? literal)
}

const withoutUnknown = <Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: NonNullable<Fields[Key]>
  }

/** Reads what the document says about itself. Never throws: what cannot be read is not stated. */
export const readFields = async (document: PdfDocument): Promise<StatedFields> => {
  const { info, metadata } = await document
    .getMetadata()
    .catch(() => ({ info: {} as Record<string, unknown>, metadata: null }))
  const xmp = (name: string): unknown => metadata?.get(name)
  const origins: Origins = {}
  const titles = { document: textOf(info['Title']), 'dublin-core': textOf(xmp('dc:title')) }
  const title = [titles['dublin-core'], titles.document].find((one) => one !== undefined && isRealTitle(one))
  for (const from of ['dublin-core', 'document'] as const) addOrigin(origins, 'headline', from, titles[from])
  const creators = textsOf(xmp('dc:creator')).join(', ') || undefined
  const author = textOf(info['Author'])
  const byline = [creators, author].find((one) => one !== undefined && !nobody.test(one))
  addOrigin(origins, 'byline', 'dublin-core', creators)
  addOrigin(origins, 'byline', 'document', author)
  const publisher = textOf(xmp('dc:publisher'))
  addOrigin(origins, 'publisher', 'dublin-core', publisher)
  addOrigin(origins, 'created', 'document', dateOf(info['CreationDate']))
  addOrigin(origins, 'modified', 'document', dateOf(info['ModDate']))
  const published = publishedOf(xmp('prism:publicationdate') ?? xmp('prism:coverdate'))
  const language = textOf(info['Language'])
  return {
    ...(title === undefined ? {} : { title }),
    fields: withoutUnknown({
      byline,
      publisher,
      published,
      language: scalars.language.safeParse(language).data,
      copyrightNotice: textOf(xmp('dc:rights')),
      keywords: keywordsOf(info['Keywords'], textsOf(xmp('dc:subject'))),
    }),
    origins,
  }
}
