import type { CslItem } from '#shared/model/reference'
import { risFieldLines } from './risFieldLines'
import { risTypeOf } from './risTypeOf'

/** One line, without the marks that CSL allows inside a text. */
const oneLine = (value: string): string =>
  value
    .replace(/<\/?(?:i|b|sup|sub|sc)>|<span (?:class|style)="[^"<>]*">|<\/span>/gu, '')
    .replace(/\p{Cc}+|\s+/gu, ' ')
    .trim()

/** The type that a record has in its file where that is none of RIS's. */
const foreignType = ({ custom, type }: CslItem): string | undefined => {
  const told: unknown =
    typeof custom === 'object' && custom !== null && 'TY' in custom ? custom.TY : undefined
  return type === 'document' && typeof told === 'string' && /^[A-Z]{2,10}$/.test(told) ? told : undefined
}

const recordLines = (item: CslItem): string[] => {
  const fields = [...risFieldLines(item), ['ID', String(item.id)] as const]
  const lines = fields.flatMap(([tag, value]) => {
    const line = oneLine(value)
    return line === '' ? [] : [`${tag}  - ${line}`]
  })
  return [`TY  - ${foreignType(item) ?? risTypeOf(item.type)}`, ...lines, 'ER  - ']
}

/** The items as RIS (RIS format specification 2011): UTF-8 without a byte order mark, CRLF, a blank line between records. */
export const itemsToRis = (items: readonly CslItem[]): string =>
  items.map((item) => `${recordLines(item).join('\r\n')}\r\n`).join('\r\n')
