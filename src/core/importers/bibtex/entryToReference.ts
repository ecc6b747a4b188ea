import type { Doubt } from '#shared/model/article'
import type { ParsedReference } from '#shared/model/parsed'
import { cslTypes } from '#shared/csl/cslTypes'
import { dateVariables, nameVariables, textVariables } from '#shared/csl/cslVariables'
import type { CslItem } from '#shared/model/reference'
import { bareDoi } from '../cslJson/bareDoi'
import { cleanLine, cleanValue } from '../cslJson/cleanValue'
import { toReference } from '../cslJson/toReference'
import type { BibEntry } from './bibEntries'
import { andOthers, datePrefixes, nameFields, numberVariable, textFields, titleFields } from './bibFields'
import { cslTypeOf, genreOf } from './entryTypes'
import { languageCode } from './languageNames'
import { latexToText } from './latexToText'
import { readBibDate, usesMonth } from './readBibDate'
import { readNames } from './readNames'
import { verbatimText } from './verbatimText'

/** An item while its fields are taken one after another; what nobody takes is kept under `custom`. */
interface Taking {
  readonly fields: Map<string, string>
  readonly variables: Map<string, unknown>
  readonly doubts: Doubt[]
  readonly read: (field: string, latex: string) => string | undefined
}

const startTaking = (entry: BibEntry): Taking => {
  const doubts: Doubt[] = entry.problems.map((message) => ({ field: 'entry', message }))
  return {
    fields: new Map(entry.fields),
    variables: new Map(),
    doubts,
    read: (field, latex) => {
      const { text, unknown } = latexToText(latex)
      const message = `Commands that are not known were left out: ${unknown.join(', ').slice(0, 200)}.`
      if (unknown.length > 0) doubts.push({ field, message })
      return cleanValue(text)
    },
  }
}

/** True where the variable was still free. */
const set = ({ variables }: Taking, name: string, value: unknown): boolean => {
  if (value === undefined || variables.has(name)) return false
  variables.set(name, value)
  return true
}

const takeTitles = (taking: Taking): void => {
  for (const [variable, names, subtitle] of titleFields) {
    const field = names.find((name) => taking.fields.has(name))
    if (field === undefined) continue
    const title = taking.read(field, taking.fields.get(field) ?? '')
    const rest = taking.read(subtitle, taking.fields.get(subtitle) ?? '')
    const whole =
      title !== undefined && rest !== undefined
        ? `${title}${/[?!.:]$/.test(title) ? '' : ':'} ${rest}`
        : title
    if (!set(taking, variable, whole)) continue
    taking.fields.delete(field)
    if (rest !== undefined) taking.fields.delete(subtitle)
  }
}

const takeNames = (taking: Taking): void => {
  const unnamed: string[] = []
  for (const [field, variable] of nameFields) {
    const { names, others } = readNames(taking.fields.get(field) ?? '')
    if (names.length === 0) continue
    set(taking, variable, names)
    taking.fields.delete(field)
    if (!others) continue
    unnamed.push(field)
    taking.doubts.push({ field, message: 'There are others, whom the entry does not name.' })
  }
  if (unnamed.length > 0) taking.fields.set(andOthers, unnamed.join(' '))
}

const takeDates = (taking: Taking): void => {
  for (const [prefix, variable] of datePrefixes) {
    const read = readBibDate(taking.fields, prefix)
    if (!read) continue
    set(taking, variable, read.date)
    if (read.doubt !== undefined) taking.doubts.push({ field: variable, message: read.doubt })
    const used = usesMonth(taking.fields, prefix) ? ['date', 'year', 'month', 'day'] : ['date', 'year']
    for (const part of used) taking.fields.delete(`${prefix}${part}`)
  }
}

/** Fields that this program writes for variables that BibLaTeX has no field for: `csl-director`. */
const takeOwn = (taking: Taking): void => {
  for (const [field, latex] of taking.fields) {
    const [, variable] = /^csl-(.+)$/.exec(field) ?? []
    if (variable === undefined) continue
    const name = [...nameVariables, ...dateVariables, ...textVariables].find(
      (one) => one.toLowerCase() === variable,
    )
    if (name === undefined) continue
    const value = nameVariables.has(name)
      ? readNames(latex).names
      : dateVariables.has(name)
        ? readBibDate(new Map([['date', latex]]))?.date
        : taking.read(field, latex)
    if (set(taking, name, value)) taking.fields.delete(field)
  }
}

const takeGenre = (taking: Taking, entryType: string): void => {
  const stated = taking.fields.get('type')
  const genre = stated === undefined ? undefined : (genreOf(stated) ?? taking.read('type', stated))
  const isTold = taking.fields.has('csl-type')
  if (set(taking, 'genre', genre ?? (isTold ? undefined : genreOf(entryType)))) taking.fields.delete('type')
}

/** An address that stands in `howpublished` is one, and no publisher. */
const takeAddress = (taking: Taking): void => {
  const stated = taking.fields.get('howpublished') ?? ''
  const address = /https?:\/\/[^\s{}]+/.exec(stated.slice(0, 4000))?.[0]
  if (address === undefined || taking.fields.has('url')) return
  set(taking, 'URL', verbatimText(address))
  taking.fields.delete('howpublished')
}

const takeTexts = (taking: Taking, type: string): void => {
  for (const [field, { variables, verbatim }] of textFields) {
    const latex = taking.fields.get(field)
    if (latex === undefined) continue
    const plain = verbatim ? verbatimText(latex) : taking.read(field, latex)
    const value = field === 'doi' && plain !== undefined ? bareDoi(plain) : plain
    if (value === undefined || variables.some((name) => set(taking, name, value))) taking.fields.delete(field)
  }
  const number = taking.fields.get('number') ?? taking.fields.get('issue')
  const field = taking.fields.has('number') ? 'number' : 'issue'
  if (number !== undefined && set(taking, numberVariable(type), taking.read(field, number)))
    taking.fields.delete(field)
}

const takeOthers = (taking: Taking): void => {
  const { fields } = taking
  const pages = taking.read('pages', fields.get('pages') ?? '')
  if (set(taking, 'page', pages?.replace(/\s*[–—]\s*/g, '-'))) fields.delete('pages')
  for (const field of ['langid', 'language', 'hyphenation']) {
    const language = cleanLine(latexToText(fields.get(field) ?? '').text)
    if (set(taking, 'language', language && languageCode(language))) fields.delete(field)
  }
  const keywords = ['keywords', 'keyword'].flatMap(
    (field) => taking.read(field, fields.get(field) ?? '') ?? [],
  )
  if (set(taking, 'keyword', keywords.length === 0 ? undefined : keywords.join(', ')))
    for (const field of ['keywords', 'keyword']) fields.delete(field)
  if (
    /^pubmed$/i.test(fields.get('eprinttype') ?? '') &&
    set(taking, 'PMID', verbatimText(fields.get('eprint') ?? ''))
  )
    for (const field of ['eprint', 'eprinttype']) fields.delete(field)
}

/** Fields that say how the entry is to be printed or found, or were used up before. */
const spent: ReadonlySet<string> = new Set([
  'crossref',
  'xdata',
  'entrysubtype',
  'options',
  'ids',
  'csl-type',
])

/** Paths and numbers of records, in which a backslash is no command. */
const verbatimCustom: ReadonlySet<string> = new Set(['file', 'pdf', 'local-url', 'eprint', 'eprinttype'])

const customOf = ({ fields, read }: Taking): Record<string, string> =>
  Object.fromEntries(
    [...fields].flatMap(([field, latex]): [string, string][] => {
      if (spent.has(field)) return []
      const value = verbatimCustom.has(field) ? verbatimText(latex) : read(field, latex)
      return value === undefined ? [] : [[field, value]]
    }),
  )

/** The type that this program wrote beside the one that BibTeX has. */
const toldType = ({ fields }: BibEntry): string | undefined => {
  const told = fields.get('csl-type')
  return told !== undefined && cslTypes.has(told) ? told : undefined
}

/** An entry as a reference; undefined where no field of it could be read. */
export const entryToReference = (entry: BibEntry, number: number): ParsedReference | undefined => {
  if (entry.fields.size === 0) return undefined
  const taking = startTaking(entry)
  const type = toldType(entry) ?? cslTypeOf(entry.type, entry.fields)
  if (type === undefined)
    taking.doubts.push({
      field: 'type',
      message: `"@${entry.type}" is no type of BibTeX or BibLaTeX; it was read as a document.`,
    })
  takeOwn(taking)
  takeTitles(taking)
  takeNames(taking)
  takeDates(taking)
  takeAddress(taking)
  takeTexts(taking, type ?? 'document')
  takeOthers(taking)
  takeGenre(taking, entry.type)
  const custom = { ...(type === undefined ? { entrytype: entry.type } : {}), ...customOf(taking) }
  const csl = {
    id: entry.key ?? `entry-${number}`,
    type: type ?? 'document',
    ...Object.fromEntries(taking.variables),
    ...(Object.keys(custom).length > 0 ? { custom } : {}),
  }
  return toReference(entry.key, csl as CslItem, taking.doubts)
}
