import type { ParsedUnreadable } from '#shared/model/parsed'

/** An entry that could not be read, by the line on which it begins (from 1); the others of its file are. */
export const unreadableEntry = (line: number, reason: string): ParsedUnreadable => ({
  kind: 'unreadable',
  name: `entry on line ${line}`,
  code: 'damaged-file',
  details: { reason, line },
})
