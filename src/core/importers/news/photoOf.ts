import type { ParsedPhoto } from '#shared/model/parsed'
import { oneLine } from './oneLine'

/** Several values of one field stand in one text. */
export const joinedLines = (values: readonly string[]): string | undefined =>
  [...new Set(values.flatMap((value) => oneLine(value) ?? []))].join('; ') || undefined

/** A photo of which only what is said of it is in the file. Fields that are not known are absent. */
export const photoOf = (stated: Readonly<Record<string, string | undefined>>): ParsedPhoto => {
  const fields = Object.entries(stated).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { kind: 'photo', held: false, fields: Object.fromEntries(fields), origins: {}, orientation: 1 }
}
