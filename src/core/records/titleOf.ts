import type { AnyRecord } from '#shared/model/records'

/** What a record is called where it is listed. */
export const titleOf = (record: AnyRecord): string => {
  switch (record.kind) {
    case 'article':
      return record.headline
    case 'photo':
      return record.fields['headline'] ?? record.fields['title'] ?? record.id
    case 'reference':
      return record.csl.title ?? record.key
    case 'source':
      return record.name
    case 'citation':
      return record.literal
  }
}
