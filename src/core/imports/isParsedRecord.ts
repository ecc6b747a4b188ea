import type { ParsedItem, ParsedRecord } from '#shared/model/parsed'

/** Whether something that was read becomes a record, and is not only said of the file. */
export const isParsedRecord = (item: ParsedItem): item is ParsedRecord =>
  item.kind !== 'table' && item.kind !== 'unreadable'
