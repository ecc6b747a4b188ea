import type { ParsedItem } from '#shared/model/parsed'
import type { Photo } from '#shared/model/photo'
import type { AnyRecord } from '#shared/model/records'

/** Characters of a description that stands for a title. */
const longest = 120

const firstLine = (text: string): string => {
  const [line = ''] = text.split('\n')
  return [...line].length > longest ? `${[...line].slice(0, longest).join('')} …` : line
}

const photoTitle = (fields: Photo['fields']): string | undefined =>
  fields['headline'] ?? fields['title'] ?? (firstLine(fields['description'] ?? '') || undefined)

/** What a record is called where it is listed. */
export const titleOf = (record: AnyRecord): string => {
  switch (record.kind) {
    case 'article':
      return record.headline
    case 'photo':
      return photoTitle(record.fields) ?? record.fileName ?? record.id
    case 'reference':
      return record.csl.title ?? record.key
    case 'source':
      return record.name
    case 'citation':
      return record.literal
    case 'claim':
    case 'note':
      return firstLine(record.text)
  }
}

/** The same for what was read and is no record yet; undefined for what becomes none, or has no name of its own. */
export const titleOfParsed = (item: ParsedItem): string | undefined => {
  switch (item.kind) {
    case 'article':
      return item.fields.headline
    case 'photo':
      return photoTitle(item.fields)
    case 'reference':
      return item.csl.title ?? item.key
    case 'source':
      return item.name
    case 'table':
    case 'unreadable':
      return undefined
  }
}
