import type { TableForm } from '#shared/contract/searches'
import type { Id } from '#shared/model/scalars'
import { csvMark, csvRow } from '../exporters/pack/csvTable'
import { passageLink } from '../records/passageLink'
import type { SearchHit } from '../search/types'

/** Columns of the CSV, and keys of each JSON line. */
const columns = [
  'id',
  'kind',
  'title',
  'publisher',
  'published',
  'language',
  'score',
  'places',
  'passage',
  'snippet',
  'link',
] as const

type Column = (typeof columns)[number]

/**
 * One hit as a line of the list. `publisher` is the creator of a photo; `passage` and `snippet` are those of the first
 * place, and `link` leads there; `places` counts all.
 */
const lineOf = (hit: SearchHit, archive: Id): Readonly<Record<Column, string | number | undefined>> => {
  const [place] = hit.places
  return {
    id: hit.id,
    kind: hit.kind,
    title: hit.title,
    publisher: hit.subtitle,
    published: hit.published,
    language: hit.language,
    score: Math.round(hit.score * 1e6) / 1e6,
    places: hit.placesTotal,
    passage: place?.passage,
    snippet: place?.snippet,
    link: passageLink({
      archive,
      item: hit.id,
      ...(place?.passage === undefined ? {} : { passage: place.passage }),
    }),
  }
}

/** JSON keeps U+2028 and U+2029, at which some readers end a line. */
const jsonLine = (value: unknown): string =>
  `${JSON.stringify(value).replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)}\n`

export const headOfHits = (form: TableForm): string => (form === 'csv' ? csvMark + csvRow(columns) : '')

export const hitsToText = (hits: readonly SearchHit[], archive: Id, form: TableForm): string =>
  hits
    .map((hit) => lineOf(hit, archive))
    .map((line) => (form === 'csv' ? csvRow(columns.map((column) => line[column])) : jsonLine(line)))
    .join('')
