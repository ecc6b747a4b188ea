import { inSeries, issueVariable, nameTags } from '#core/importers/ris/risFields'
import { cslDateToEdtf } from '#shared/csl/cslDateToEdtf'
import { nameVariables } from '#shared/csl/cslVariables'
import type { CslDate, CslItem, CslName } from '#shared/model/reference'

export type RisLine = readonly [tag: string, value: string]

const textTags: Readonly<Record<string, string>> = {
  title: 'TI',
  'title-short': 'ST',
  'container-title-short': 'J2',
  publisher: 'PB',
  'publisher-place': 'CY',
  edition: 'ET',
  volume: 'VL',
  'number-of-volumes': 'NV',
  section: 'SE',
  language: 'LA',
  'call-number': 'CN',
  archive: 'DB',
  source: 'DP',
  DOI: 'DO',
  ISBN: 'SN',
  ISSN: 'SN',
  URL: 'UR',
  genre: 'M3',
}

/** Of these types a number of pages stands where others have the first page. */
const counted: ReadonlySet<string> = new Set(['book', 'thesis', 'manuscript'])

const seasons = ['spring', 'summer', 'autumn', 'winter']

/** `Family, Given, Suffix`, or the name as it stands. */
const risName = (name: CslName): string => {
  if (name.literal !== undefined) return name.literal
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ')
  // A suffix is the third part, whatever stands before it.
  if (name.suffix !== undefined) return [family, given, name.suffix].join(', ')
  return [family, given].filter((part) => part !== '').join(', ')
}

/**
 * `YYYY/MM/DD/other`, what is unknown left empty; season and the words of the source are the other. A range, or about when,
 * stands as EDTF, since RIS has no form for it.
 */
const risDate = (date: CslDate): string | undefined => {
  const edtf = cslDateToEdtf(date)
  const match = edtf === undefined ? undefined : /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf)
  if (!match) return edtf ?? date.literal ?? date.raw
  const [, year = '', month = '', day = ''] = match
  const season = seasons[Number(month) - 21]
  return season === undefined ? `${year}/${month}/${day}/${date.literal ?? ''}` : `${year}///${season}`
}

const yearOf = (date: CslDate): RisLine[] => {
  const [year] = /^\d{4}/.exec(cslDateToEdtf(date) ?? '') ?? []
  return year === undefined ? [] : [['PY', year]]
}

const lines = (tag: string, values: readonly (string | undefined)[]): RisLine[] =>
  values.flatMap((value) => (value === undefined || value === '' ? [] : [[tag, value] as const]))

const isKept = ({ custom }: CslItem, tag: string): boolean =>
  typeof custom === 'object' && custom !== null && tag in custom

const containerLines = (item: CslItem, variable: string, value: string): RisLine[] => {
  const { type } = item
  if (variable === 'event-title') return type === 'paper-conference' ? [['T2', value]] : []
  if (variable === 'collection-title') return [[inSeries.has(type) ? 'T2' : 'T3', value]]
  // Beside C3, T2 would be read as the name of the conference.
  const isProceedings = item['event-title'] !== undefined || !isKept(item, 'T2')
  if (type === 'paper-conference' && isProceedings) return [['C3', value]]
  // Of several titles the first JF is read as that of the container, whatever else there is.
  return [[inSeries.has(type) || isKept(item, 'JF') ? 'JF' : 'T2', value]]
}

const pageLines = ({ type }: CslItem, pages: string): RisLine[] => {
  const [, from, to] = /^([^\s,–-]+)-([^\s,–-]+)$/.exec(pages) ?? []
  if (from !== undefined && to !== undefined && from !== to)
    return [...lines('SP', [from]), ...lines('EP', [to])]
  // One page of what has its pages counted there: the same page twice.
  const isCount = counted.has(type) && /^\d+$/.test(pages)
  return [...lines('SP', [pages]), ...(isCount ? lines('EP', [pages]) : [])]
}

const numberLines = (item: CslItem, variable: string, value: string): RisLine[] => {
  if (variable === issueVariable(item.type)) return [['IS', value]]
  if (variable === 'number') return [['M1', value]]
  if (variable === 'number-of-pages' && counted.has(item.type) && item['page'] === undefined)
    return [['SP', value]]
  return []
}

const textLines = (item: CslItem, variable: string, value: string): RisLine[] => {
  switch (variable) {
    case 'container-title':
    case 'collection-title':
    case 'event-title':
      return containerLines(item, variable, value)
    case 'abstract':
      return lines('AB', value.split('\n'))
    case 'note':
      return lines('N1', value.split('\n'))
    case 'keyword':
      return lines('KW', value.split(', '))
    case 'page':
      return pageLines(item, value)
    case 'number':
    case 'issue':
    case 'number-of-pages':
      return numberLines(item, variable, value)
    default: {
      const tag = textTags[variable]
      return tag === undefined ? [] : [[tag, value]]
    }
  }
}

const nameLines = (item: CslItem, variable: string, names: readonly CslName[]): RisLine[] => {
  const [tag] = nameTags(item.type).find(([, one]) => one === variable) ?? []
  return tag === undefined ? [] : lines(tag, names.map(risName))
}

/** Tags that other programs wrote and CSL has no variable for. */
const customLines = (custom: unknown): RisLine[] =>
  typeof custom !== 'object' || custom === null
    ? []
    : Object.entries(custom).flatMap(([tag, value]: [string, unknown]): RisLine[] => {
        if (!/^[A-Z][A-Z0-9]$/.test(tag) || ['TY', 'ER', 'ID'].includes(tag)) return []
        const values: readonly unknown[] = Array.isArray(value) ? value : [value]
        return values.flatMap((one) => (typeof one === 'string' ? [[tag, one] as const] : []))
      })

/** The lines of an item that RIS has tags for, in its order. */
export const risFieldLines = (item: CslItem): RisLine[] => [
  ...Object.entries(item).flatMap(([variable, value]): RisLine[] => {
    if (variable === 'issued')
      return [...yearOf(value as CslDate), ...lines('DA', [risDate(value as CslDate)])]
    if (variable === 'accessed') return lines('Y2', [risDate(value as CslDate)])
    if (nameVariables.has(variable)) return nameLines(item, variable, value as readonly CslName[])
    if (typeof value !== 'string' && typeof value !== 'number') return []
    return textLines(item, variable, String(value))
  }),
  ...customLines(item['custom']),
]
