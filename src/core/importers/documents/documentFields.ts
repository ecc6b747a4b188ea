import type { FieldOrigin, FieldOrigins } from '#shared/model/article'
import type { ParsedArticle } from '#shared/model/parsed'
import { cleanText } from '../text/cleanText'
import { readDate } from '../text/readDate'

type Fields = ParsedArticle['fields']
type KnownFields = { -readonly [Key in keyof Fields]?: Fields[Key] }

/** What a document says of itself, while it is read. What was found is kept in `origins`, also where it is no field. */
export interface DocumentFields {
  /** Titles that may be the headline, surest first. */
  readonly titles: string[]
  readonly fields: KnownFields
  readonly found: (field: string, from: FieldOrigin, value: string) => string | undefined
  readonly title: (from: FieldOrigin, value: string) => void
  readonly author: (from: FieldOrigin, values: readonly string[]) => void
  readonly date: (field: 'published' | 'modified', from: FieldOrigin, value: string) => void
  readonly keywords: (from: FieldOrigin, values: readonly string[]) => void
  readonly language: (from: FieldOrigin, value: string) => void
  readonly origins: () => FieldOrigins | undefined
}

/** Longer values are no metadata of a person's making. */
const longest = 2000
const mostKeywords = 200
const mostValues = 50

/** What programs write where nobody gave a title. */
const noTitle =
  /^(?:microsoft (?:office )?word\s*[-–].*|(?:untitled|unbenannt|sans (?:nom|titre)|document|dokument|documento|word document|new document|title|titel|titre|no title|powerpoint presentation)\s*\d*|.*\.(?:docx?|odt|rtf|txt|dotx?|tmp|md|epub))$/i

/** What programs write where nobody gave a name. */
const noName =
  /^(?:administrator|admin|user|owner|author|unknown|unbekannt|anonymous|un-?named|microsoft(?: office user| corporation)?|windows user|utente|usuario|python-docx|apache poi|docx4j|pandoc|calibre.*|openoffice(?:\.org)?.*|libreoffice.*)$/i

const language = /^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/

const oneLine = (value: string): string => cleanText(value.slice(0, longest).replace(/\s+/g, ' '))

export const createDocumentFields = (): DocumentFields => {
  const fields: KnownFields = {}
  const titles: string[] = []
  const origins = new Map<string, { from: FieldOrigin; value: string }[]>()

  const found: DocumentFields['found'] = (field, from, raw) => {
    const value = oneLine(raw)
    if (value === '') return undefined
    const values = origins.get(field) ?? []
    origins.set(field, values)
    if (values.length < mostValues && !values.some((one) => one.from === from && one.value === value))
      values.push({ from, value })
    return value
  }

  return {
    titles,
    fields,
    found,
    title: (from, raw) => {
      const value = found('headline', from, raw)
      if (value && !noTitle.test(value) && !titles.includes(value)) titles.push(value)
    },
    author: (from, values) => {
      const names = values.flatMap((raw) => found('byline', from, raw) ?? [])
      const real = [...new Set(names.filter((name) => !noName.test(name)))]
      if (real.length > 0) fields.byline ??= oneLine(real.join(', '))
    },
    date: (field, from, raw) => {
      const value = found(field, from, raw)
      const read = value === undefined ? undefined : readDate(value)
      if (!read || fields[field]) return
      fields[field] = read.edtf === value ? { edtf: read.edtf } : { edtf: read.edtf, literal: value }
    },
    keywords: (from, values) => {
      const words = values
        .flatMap((value) => value.slice(0, longest).split(/[,;\n]/))
        .flatMap((word) => oneLine(word) || [])
      for (const word of words) found('keywords', from, word)
      const all = [...new Set([...(fields.keywords ?? []), ...words])].slice(0, mostKeywords)
      if (all.length > 0) fields.keywords = all
    },
    language: (from, raw) => {
      const value = found('language', from, raw)?.replaceAll('_', '-')
      if (value && language.test(value) && !/^(?:und|zxx|x-none)$/i.test(value)) fields.language ??= value
    },
    origins: () => (origins.size === 0 ? undefined : Object.fromEntries(origins)),
  }
}
