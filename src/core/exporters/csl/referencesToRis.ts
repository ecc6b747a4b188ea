import type { CslDate, CslItem, CslName } from '#shared/model/reference'
import { cslToEdtf } from './cslDates'

/** CSL types as RIS knows them; the rest is `GEN`. */
const risTypes: ReadonlyMap<string, string> = new Map([
  ['article', 'GEN'],
  ['article-journal', 'JOUR'],
  ['article-magazine', 'MGZN'],
  ['article-newspaper', 'NEWS'],
  ['bill', 'BILL'],
  ['book', 'BOOK'],
  ['chapter', 'CHAP'],
  ['dataset', 'DATA'],
  ['hearing', 'HEAR'],
  ['legal_case', 'CASE'],
  ['legislation', 'STAT'],
  ['map', 'MAP'],
  ['motion_picture', 'MPCT'],
  ['paper-conference', 'CPAPER'],
  ['patent', 'PAT'],
  ['personal_communication', 'PCOMM'],
  ['post', 'ELEC'],
  ['post-weblog', 'BLOG'],
  ['report', 'RPRT'],
  ['software', 'COMP'],
  ['thesis', 'THES'],
  ['webpage', 'ELEC'],
])

/** One line, without the marks that CSL allows inside a text. */
const oneLine = (value: string): string =>
  value
    .replace(/<\/?(?:i|b|sup|sub|sc)>|<span (?:class|style)="[^"<>]*">|<\/span>/gu, '')
    .replace(/\p{Cc}+|\s+/gu, ' ')
    .trim()

/** `Family, Given, Suffix`, or the name as it stands. */
const risName = (name: CslName): string => {
  if (name.literal !== undefined) return name.literal
  const particle = name['non-dropping-particle']
  const family = [particle, name.family].filter((part) => part !== undefined).join(' ')
  const given = [name.given, name['dropping-particle']].filter((part) => part !== undefined).join(' ')
  return [family, given, name.suffix ?? ''].filter((part) => part !== '').join(', ')
}

/** `YYYY/MM/DD/`, with what is unknown left empty between the strokes. */
const risDates = (issued: CslDate | undefined): [string, string][] => {
  const edtf = issued && cslToEdtf(issued)
  const match = edtf === undefined ? undefined : /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(edtf)
  if (!match) return []
  const [, year = '', month = '', day = ''] = match
  return [
    ['PY', year],
    ['DA', `${year}/${month}/${day}/`],
  ]
}

const risLines = (item: CslItem): string[] => {
  const fields: [string, string | undefined][] = [
    ['TI', item.title],
    ...(item.author ?? []).map((name): [string, string] => ['AU', risName(name)]),
    ['T2', item['container-title']],
    ...risDates(item.issued),
    ['PB', item.publisher],
    ['LA', item.language],
    ['UR', item.URL],
    ['ID', String(item.id)],
  ]
  const lines = fields.flatMap(([tag, value]) => {
    const line = value === undefined ? '' : oneLine(value)
    return line === '' ? [] : [`${tag}  - ${line}`]
  })
  return [`TY  - ${risTypes.get(item.type) ?? 'GEN'}`, ...lines, 'ER  - ']
}

/** The items as RIS (RIS format specification 2011): UTF-8 without a byte order mark, CRLF, a blank line between records. */
export const referencesToRis = (items: readonly CslItem[]): string =>
  items.map((item) => `${risLines(item).join('\r\n')}\r\n`).join('\r\n')
