import type { PartialDate } from '#shared/model/scalars'
import { readDate } from './readDate'

export interface StatedDate {
  readonly field: 'published' | 'modified'
  readonly date: PartialDate
  readonly doubt?: string
}

const publishedMark =
  /^(?:(?:first\s+)?published|posted|publication date|date|veröffentlicht|erschienen|publié(?:\s+le)?|publicado(?:\s+el)?|pubblicato(?:\s+il)?|gepubliceerd)(?:\s+(?:on|at|am|op))?\s*[:\-–]?\s+/iu
const modifiedMark =
  /^(?:(?:last\s+)?(?:updated|modified)|aktualisiert|mis à jour(?:\s+le)?|actualizado(?:\s+el)?|aggiornato(?:\s+il)?|bijgewerkt)(?:\s+(?:on|at|am|op))?\s*[:\-–]?\s+/iu

/** Reads a line that is a date and nothing else but its mark: 'Published: March 23, 2019', '23.03.2019'. */
export const readStatedDate = (line: string): StatedDate | undefined => {
  if (line.length > 120) return undefined
  const modified = modifiedMark.test(line)
  const literal = line.replace(modified ? modifiedMark : publishedMark, '').trim()
  const read = readDate(literal)
  if (!read) return undefined
  const date = read.edtf === literal ? { edtf: read.edtf } : { edtf: read.edtf, literal }
  return {
    field: modified ? 'modified' : 'published',
    date,
    ...(read.doubt === undefined ? {} : { doubt: read.doubt }),
  }
}
