import { andOthers, isVerbatimField, numberVariable, textFields } from '#core/importers/bibtex/bibFields'
import { languageName } from '#core/importers/bibtex/languageNames'
import { cslDateToEdtf } from '#shared/csl/cslDateToEdtf'
import { dateVariables, nameVariables, textVariables } from '#shared/csl/cslVariables'
import type { CslDate, CslItem, CslName } from '#shared/model/reference'
import type { BibtexDialect } from './bibtexTypes'
import { namesToBibtex } from './namesToBibtex'
import { textToLatex, titleToLatex } from './textToLatex'

export type BibtexField = readonly [name: string, value: string]

const nameFields: Readonly<Record<string, string>> = {
  author: 'author',
  editor: 'editor',
  translator: 'translator',
  'container-author': 'bookauthor',
}

const datePrefixes: Readonly<Record<string, string>> = {
  issued: '',
  accessed: 'url',
  'original-date': 'orig',
  'event-date': 'event',
}

/** The first field that is read as each variable. */
const fieldOfVariable: ReadonlyMap<string, string> = new Map(
  [...textFields]
    .reverse()
    .flatMap(([field, { variables }]) => variables.map((name) => [name, field] as const)),
)

/** What BibLaTeX has no field for stands in a field of its own, which other programs pass over. */
const ownField = (variable: string): string => `csl-${variable}`

const inPeriodical = /^(?:article|periodical|review)/

const containerField = (type: string, dialect: BibtexDialect): string => {
  if (!inPeriodical.test(type)) return 'booktitle'
  return dialect === 'bibtex' ? 'journal' : 'journaltitle'
}

const publisherField = (type: string, dialect: BibtexDialect): string => {
  if (type === 'thesis') return dialect === 'bibtex' ? 'school' : 'institution'
  if (type === 'report') return 'institution'
  return type === 'webpage' ? 'organization' : 'publisher'
}

const usualField = (variable: string, type: string, dialect: BibtexDialect): string => {
  if (variable === 'title') return 'title'
  if (variable === 'container-title') return containerField(type, dialect)
  if (variable === 'event-title') return 'eventtitle'
  if (variable === 'publisher') return publisherField(type, dialect)
  if (variable === 'publisher-place') return dialect === 'bibtex' ? 'address' : 'location'
  if (variable === 'page') return 'pages'
  if (variable === 'keyword') return 'keywords'
  if (variable === 'genre') return 'type'
  if (variable === 'language') return dialect === 'bibtex' ? 'language' : 'langid'
  if (variable === numberVariable(type)) return 'number'
  return fieldOfVariable.get(variable) ?? ownField(variable)
}

const customOf = ({ custom }: CslItem): Readonly<Record<string, unknown>> =>
  typeof custom === 'object' && custom !== null ? (custom as Record<string, unknown>) : {}

/** Of the fields for one variable the one that is read before all others. */
const firstField = (variable: string, type: string): string | undefined => {
  if (variable === 'container-title' && inPeriodical.test(type)) return 'journaltitle'
  return variable === 'language' ? 'langid' : fieldOfVariable.get(variable)
}

/** The usual field; where another program's field of this name is kept beside the variable, the one read before it. */
const textField = (variable: string, item: CslItem, dialect: BibtexDialect): string => {
  const usual = usualField(variable, item.type, dialect)
  return usual in customOf(item) ? (firstField(variable, item.type) ?? usual) : usual
}

const textValue = (field: string, value: string): string => {
  if (isVerbatimField(field)) return value.replaceAll('{', '%7B').replaceAll('}', '%7D')
  if (field === 'title' || field === 'booktitle') return titleToLatex(value)
  if (field === 'pages') return textToLatex(value.replace(/-/g, '–')).replaceAll('–', '--')
  return textToLatex(field === 'langid' || field === 'language' ? languageName(value) : value)
}

/** What BibTeX knows as abbreviations of months. */
export const monthNames: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The words for the month in what an entry said of its year: `Michaelmas 1987`. */
const monthWords = (date: CslDate): BibtexField[] | undefined => {
  const [, words, stated] = /^(.+) (\d{4})$/su.exec(date.literal ?? '') ?? []
  if (words === undefined || stated === undefined || cslDateToEdtf(date) !== stated) return undefined
  return [
    ['year', stated],
    ['month', textToLatex(words)],
  ]
}

/** `date` in BibLaTeX; in BibTeX `year`, `month` and `day`, and `date` beside them where these cannot say it. */
const dateFields = (variable: string, date: CslDate, dialect: BibtexDialect): BibtexField[] => {
  const prefix = datePrefixes[variable]
  const edtf = cslDateToEdtf(date)
  const words = date.literal ?? date.raw
  const value = edtf ?? (words === undefined ? undefined : textToLatex(words))
  if (value === undefined) return []
  if (prefix === undefined) return [[ownField(variable), value]]
  const asSaid = prefix === '' ? monthWords(date) : undefined
  if (asSaid) return asSaid
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value) ?? []
  if (dialect === 'biblatex' || prefix !== '' || year === undefined) return [[`${prefix}date`, value]]
  const name = monthNames[Number(month) - 1]
  const whole = [year, ...(name === undefined ? [] : [month]), ...(day === undefined ? [] : [day])].join('-')
  return [
    ['year', year],
    ...(name === undefined ? [] : [['month', name] as const]),
    ...(day === undefined ? [] : [['day', String(Number(day))] as const]),
    ...(whole === value ? [] : [['date', value] as const]),
  ]
}

const isText = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

/** What stands in `custom` and is no field of its own. */
const spent: ReadonlySet<string> = new Set(['entrytype', andOthers])

/** Fields that other programs wrote and CSL has no variable for come back under their own names. */
const customFields = (custom: Readonly<Record<string, unknown>>): BibtexField[] =>
  Object.entries(custom).flatMap(([name, value]): BibtexField[] =>
    /^[a-z][a-z0-9_:.+-]*$/.test(name) && !spent.has(name) && typeof value === 'string'
      ? [[name, textToLatex(value)]]
      : [],
  )

/** The fields of an item, in its order, each named once. */
export const bibtexFields = (item: CslItem, dialect: BibtexDialect): BibtexField[] => {
  const custom = customOf(item)
  const others = String(custom[andOthers] ?? '').split(' ')
  const fields = Object.entries(item).flatMap(([variable, value]): readonly BibtexField[] => {
    if (nameVariables.has(variable)) {
      const field = nameFields[variable] ?? ownField(variable)
      const names = namesToBibtex(value as readonly CslName[])
      return [[field, others.includes(field) ? `${names} and others` : names]]
    }
    if (dateVariables.has(variable)) return dateFields(variable, value as CslDate, dialect)
    if (!textVariables.has(variable) || !isText(value)) return []
    const field = textField(variable, item, dialect)
    return [[field, textValue(field, String(value))]]
  })
  const taken = new Set(fields.map(([name]) => name))
  return [...fields, ...customFields(custom).filter(([name]) => !taken.has(name))]
}
