import type { ArticleFields, Doubt, FieldOrigins } from '#shared/model/article'
import type { PartialDate } from '#shared/model/scalars'
import { oneLine } from './oneLine'
import { readFieldValue } from './readFieldValue'
import { listFields, remarkFields, singleFields } from './statedItem'
import type { ListField, SingleField, StatedField, StatedItem } from './statedItem'

/** The fields of an article but for its headline and type, which are never absent. */
export interface StatedFields {
  readonly headline: string | undefined
  readonly fields: Omit<Partial<ArticleFields>, 'headline' | 'articleType'>
  readonly origins: FieldOrigins | undefined
  readonly doubts: readonly Doubt[]
}

type Origins = Record<string, FieldOrigins[string]>

/** Each value once, in the order in which they were found. */
const linesOf = ({ values }: StatedItem, field: StatedField): readonly string[] => [
  ...new Set((values[field] ?? []).flatMap((value) => oneLine(value) ?? [])),
]

const readSingle = <Field extends SingleField>(
  field: Field,
  lines: readonly string[],
): { readonly value?: NonNullable<ArticleFields[Field]>; readonly doubts: readonly string[] } => {
  const doubts: string[] = []
  for (const line of lines) {
    const read = readFieldValue(field, line)
    if (read?.doubt !== undefined) doubts.push(read.doubt)
    if (read?.value !== undefined) return { value: read.value, doubts }
  }
  return { doubts }
}

const noteOrigins = (origins: Origins, field: string, values: readonly string[]): void => {
  if (values.length > 0) origins[field] = values.map((value) => ({ from: 'feed', value }))
}

const readLists = (item: StatedItem): Partial<Record<ListField, string[]>> =>
  Object.fromEntries(
    listFields.flatMap((field) => {
      const lines = linesOf(item, field)
      return lines.length > 0 ? [[field, [...lines]]] : []
    }),
  )

type Dates = { published?: PartialDate; modified?: PartialDate }

/**
 * A change at the time of publication is none. Where a change alone is stated (Atom's `updated`, a later version of
 * ninjs), the text is found by it too, and it is said that it may be older.
 */
const settleDates = (dates: Dates, doubts: Doubt[]): void => {
  const { published, modified } = dates
  if (published && modified && published.edtf === modified.edtf) delete dates.modified
  if (published || !modified) return
  dates.published = modified
  const message = 'It states only when it was last changed; it may have been published before that.'
  doubts.push({ field: 'published', message })
}

/** Takes for each field the first value that can be read as what it is, and keeps every value beside it. */
export const readStatedFields = (item: StatedItem): StatedFields => {
  const origins: Origins = {}
  const doubts: Doubt[] = [...item.doubts]
  const taken: Partial<Record<SingleField, unknown>> & Dates = {}
  for (const field of singleFields) {
    const lines = linesOf(item, field)
    const read = readSingle(field, lines)
    noteOrigins(origins, field, lines)
    for (const message of read.doubts) doubts.push({ field, message })
    if (read.value !== undefined) Object.assign(taken, { [field]: read.value })
  }
  settleDates(taken, doubts)
  for (const field of remarkFields) noteOrigins(origins, field, linesOf(item, field))
  const [embargo] = linesOf(item, 'embargoedUntil')
  if (embargo !== undefined)
    doubts.push({ field: 'pubStatus', message: `Its publisher embargoed it until ${embargo.slice(0, 100)}.` })
  const { headline, ...single } = taken as Partial<ArticleFields>
  return {
    headline,
    fields: { ...single, ...readLists(item) },
    origins: Object.keys(origins).length > 0 ? origins : undefined,
    doubts,
  }
}
