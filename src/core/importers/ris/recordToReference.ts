import type { Doubt } from '#shared/model/article'
import type { ParsedReference } from '#shared/model/parsed'
import type { CslItem } from '#shared/model/reference'
import { bareDoi } from '../cslJson/bareDoi'
import { cleanLine, cleanValue } from '../cslJson/cleanValue'
import { sortedName } from '../cslJson/sortedName'
import { toReference } from '../cslJson/toReference'
import { isToldBy, mostPrecise, readRisDate, withYear } from './readRisDate'
import { containerTags, inSeries, issueVariable, nameTags, textTags } from './risFields'
import type { RisRecord } from './risRecords'
import { cslTypeOfRis, genreOfRis } from './risTypes'

/** A record while its tags are taken one after another; what nobody takes is kept under `custom`. */
interface Taking {
  readonly type: string
  readonly values: Map<string, string[]>
  readonly variables: Map<string, unknown>
  readonly doubts: Doubt[]
}

const valuesByTag = (fields: RisRecord['fields']): Map<string, string[]> => {
  const values = new Map<string, string[]>()
  for (const [tag, raw] of fields) {
    const value = cleanValue(raw)
    if (value === undefined) continue
    const before = values.get(tag)
    if (before) before.push(value)
    else values.set(tag, [value])
  }
  return values
}

/** All values of some tags; they count as taken. */
const take = ({ values }: Taking, ...tags: string[]): string[] =>
  tags.flatMap((tag) => {
    const found = values.get(tag) ?? []
    values.delete(tag)
    return found
  })

/** The first value of a tag; the rest stays. */
const takeFirst = ({ values }: Taking, tag: string): string | undefined => {
  const [first, ...rest] = values.get(tag) ?? []
  if (rest.length > 0) values.set(tag, rest)
  else values.delete(tag)
  return first === undefined ? undefined : (cleanLine(first) ?? first)
}

const set = ({ variables }: Taking, name: string, value: unknown): void => {
  if (value !== undefined && value !== '' && !variables.has(name)) variables.set(name, value)
}

/** The first value of a tag for a variable that is still free; where it is not, the value stays. */
const takeFree = (taking: Taking, variable: string, tag: string): void => {
  if (!taking.variables.has(variable)) set(taking, variable, takeFirst(taking, tag))
}

const takeTexts = (taking: Taking): void => {
  // C3 names the proceedings of a conference; T2 is the conference then.
  if (taking.type === 'paper-conference' && taking.values.has('C3')) {
    takeFree(taking, 'container-title', 'C3')
    takeFree(taking, 'event-title', 'T2')
  }
  for (const [tag, variable] of textTags) {
    if (taking.variables.has(variable)) continue
    const value = variable === 'abstract' ? take(taking, tag).join('\n') : takeFirst(taking, tag)
    set(taking, variable, variable === 'DOI' && value !== undefined ? bareDoi(value) : value)
  }
  const container = inSeries.has(taking.type) ? 'collection-title' : 'container-title'
  for (const tag of containerTags) takeFree(taking, container, tag)
  takeFree(taking, 'container-title-short', 'JO')
}

const takeNames = (taking: Taking): void => {
  for (const [tag, variable] of nameTags(taking.type)) {
    const names = take(taking, tag).flatMap((name) => sortedName(name) ?? [])
    const before = (taking.variables.get(variable) ?? []) as typeof names
    if (names.length > 0) taking.variables.set(variable, [...before, ...names])
  }
}

/** The date that several tags state; what they say beside it stays. */
const takeDate = (taking: Taking, variable: string, tags: readonly string[]): void => {
  const year = tags.flatMap((tag) => taking.values.get(tag) ?? []).find((raw) => /^\d{4}(?!\d)/.test(raw))
  const stated = tags.flatMap((tag) =>
    take(taking, tag)
      .filter((raw) => /[\p{L}\p{N}]/u.test(raw))
      .flatMap((raw) => {
        const read = readRisDate(year === undefined ? raw : withYear(raw, year.slice(0, 4)))
        return read ? [{ tag, raw, ...read }] : []
      }),
  )
  const best = mostPrecise(stated)
  if (!best) return
  set(taking, variable, best.date)
  if (best.doubt !== undefined) taking.doubts.push({ field: variable, message: best.doubt })
  for (const { tag, raw, date } of stated)
    if (!isToldBy(date, best.date)) taking.values.set(tag, [...(taking.values.get(tag) ?? []), raw])
}

/** `SP` may hold the whole range. For a book and a thesis it counts the pages. */
const takePages = (taking: Taking): void => {
  const from = takeFirst(taking, 'SP')?.replace(/\s*[–—]\s*/g, '-')
  const to = takeFirst(taking, 'EP')
  const pages = [from, to].filter((page) => page !== undefined)
  const isCount = ['book', 'thesis', 'manuscript'].includes(taking.type) && /^\d+$/.test(from ?? '') && !to
  set(taking, isCount ? 'number-of-pages' : 'page', from === to ? from : pages.join('-'))
}

/** A record may have several: an ISBN and an ISSN, or a number of its own. What says the same variable twice stays. */
const takeStandardNumbers = (taking: Taking): void => {
  const rest = take(taking, 'SN').filter((value) => {
    const number = cleanLine(value) ?? value
    const digits = number.replace(/[^\dXx]/g, '')
    const isIsbn = digits.length === 10 || digits.length === 13
    const isOwn = ['report', 'patent', 'standard'].includes(taking.type) && digits.length !== 8 && !isIsbn
    const variable = isOwn ? 'number' : isIsbn ? 'ISBN' : 'ISSN'
    if (taking.variables.has(variable)) return true
    set(taking, variable, number)
    return false
  })
  if (rest.length > 0) taking.values.set('SN', rest)
}

const takeNumbers = (taking: Taking): void => {
  takeStandardNumbers(taking)
  takeFree(taking, issueVariable(taking.type), taking.values.has('IS') ? 'IS' : 'CP')
  takeFree(taking, 'number', 'M1')
  takeFree(taking, /^10\.\d{4,9}\//.test(taking.values.get('M3')?.[0] ?? '') ? 'DOI' : 'genre', 'M3')
}

const takeLists = (taking: Taking): void => {
  set(
    taking,
    'keyword',
    take(taking, 'KW')
      .flatMap((value) => value.split('\n'))
      .join(', '),
  )
  set(taking, 'note', take(taking, 'N1', 'RN').join('\n'))
  // Several addresses: the first is the item's; older EndNote parts them by semicolons.
  const [url, ...more] = take(taking, 'UR').flatMap((value) => value.split(/\s*(?:\n|;\s*(?=https?:))\s*/))
  set(taking, 'URL', url)
  if (more.length > 0) taking.values.set('UR', more)
}

/** Lines of one value and values of a tag that stands several times are the same. */
const customOf = ({ values }: Taking): Record<string, string | string[]> =>
  Object.fromEntries(
    [...values].map(([tag, all]) => {
      const lines = all.flatMap((value) => value.split('\n'))
      return [tag, lines.length === 1 ? (lines[0] ?? '') : lines]
    }),
  )

const typeDoubt = (type: string): Doubt => {
  const said = type === '' ? 'An empty type' : `"${type.slice(0, 80)}"`
  return { field: 'type', message: `${said} is no type of RIS; the record was read as a document.` }
}

/** A record as a reference; undefined where it has no field. */
export const recordToReference = (record: RisRecord, number: number): ParsedReference | undefined => {
  const type = cslTypeOfRis(record.type)
  const taking: Taking = {
    type: type ?? 'document',
    values: valuesByTag(record.fields),
    variables: new Map(),
    doubts: type === undefined ? [typeDoubt(record.type)] : [],
  }
  if (taking.values.size === 0) return undefined
  if (!record.closed)
    taking.doubts.push({ field: 'record', message: 'The record has no end (ER) in the file.' })
  const key = takeFirst(taking, 'ID') ?? takeFirst(taking, 'LB')
  takeTexts(taking)
  takeNames(taking)
  takeDate(taking, 'issued', ['DA', 'PY', 'Y1'])
  takeDate(taking, 'accessed', ['Y2'])
  takePages(taking)
  takeNumbers(taking)
  set(taking, 'genre', genreOfRis(record.type))
  takeLists(taking)
  const custom = { ...(type === undefined && record.type ? { TY: record.type } : {}), ...customOf(taking) }
  const csl = {
    id: key ?? `entry-${number}`,
    type: taking.type,
    ...Object.fromEntries(taking.variables),
    ...(Object.keys(custom).length > 0 ? { custom } : {}),
  }
  return toReference(key, csl as CslItem, taking.doubts)
}
