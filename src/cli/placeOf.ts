import type { FileResult } from '#shared/contract/jobs'

/** Where something was found: a file, or a record of the catalogue with what it is called. */
export const placeOf = ({ name, id, title }: Pick<FileResult, 'name' | 'id' | 'title'>): string =>
  id === undefined ? name : `${name}: ${id}${title === undefined ? '' : ` (${title})`}`
