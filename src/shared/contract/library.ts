import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { recordKind } from '../model/kinds'
import { id, language, timestamp } from '../model/scalars'
import { nothing, page, reads, writes } from './base'

/** What stands in lists of its own: every record but citations, which are listed with their articles. */
export const listedKind = recordKind.exclude(['citation'])

export const indexState = z.object({
  state: z.enum(['ready', 'building', 'failed']),
  /** Items that a search finds now, and items that the archive holds. */
  searchable: z.int(),
  total: z.int(),
})

/** Why an archive that is open can't be written: another writer, or the folder's rights, or a newer format. */
export const readOnly = z.object({
  reason: z.enum(['in-use', 'rights', 'newer']),
  host: z.string().optional(),
  pid: z.int().optional(),
  since: timestamp.optional(),
  /** The writer is not known to run here (another machine's, or not readable), so that its lock can be taken on the user's word. */
  takeable: z.boolean().optional(),
})

export const libraryState = z.object({
  id,
  name: z.string(),
  readOnly: readOnly.optional(),
  counts: z.object({
    article: z.int(),
    photo: z.int(),
    reference: z.int(),
    source: z.int(),
    citation: z.int(),
    slot: z.int(),
    claim: z.int(),
    note: z.int(),
    /** Articles with at least one paragraph that has no printed or inferred support. */
    unsourced: z.int(),
  }),
  languages: z.array(z.object({ language, count: z.int() })),
  index: indexState,
  /** Grows with each change; a page that saw another number reads again. */
  revision: z.int(),
  lastSaved: timestamp.optional(),
  lastVerified: timestamp.optional(),
})

export const listFilter = z.object({
  /** Absent: the items (articles, photos, references). */
  kind: listedKind.optional(),
  languages: z.array(language).optional(),
  /** Only articles that cite this source. */
  sourceId: id.optional(),
  is: z.enum(['unsourced', 'inferred']).optional(),
})

export const listSort = z.object({
  by: z.enum(['added', 'published', 'title']).default('added'),
  direction: z.enum(['ascending', 'descending']).default('descending'),
})

/** One line of the list. */
export const row = z.object({
  id,
  kind: listedKind,
  title: z.string(),
  /** Publisher, creator, or kind of source. */
  subtitle: z.string().optional(),
  /** EDTF, as far as it is known. */
  published: z.string().optional(),
  addedAt: timestamp,
  language: language.optional(),
  /** Paragraphs of the current version by what they rest on, in order: `p` printed, `i` inferred, `n` none. */
  support: z.string().optional(),
  slots: z.object({ total: z.int(), held: z.int() }).optional(),
  /** How often a source or reference is cited. */
  cited: z.int().optional(),
})

export const library = {
  describe: reads.input(nothing).output(libraryState),
  list: reads
    .input(
      z.object({
        filter: listFilter.default({}),
        sort: listSort.default({ by: 'added', direction: 'descending' }),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(row) })),
  /** All ids of a filter in its order, for 'select all' and for moving on by keyboard. */
  ids: reads
    .input(
      z.object({
        filter: listFilter.default({}),
        sort: listSort.default({ by: 'added', direction: 'descending' }),
      }),
    )
    .output(z.array(id)),
  /** A value whenever the archive or its index changed; ends with the connection. */
  changes: reads.input(nothing).output(eventIterator(libraryState.pick({ revision: true, index: true }))),
  /** Derived data anew, as a job. */
  rebuild: writes.input(nothing).output(z.object({ jobId: id })),
}

export type LibraryState = z.infer<typeof libraryState>
export type IndexState = z.infer<typeof indexState>
export type ReadOnly = z.infer<typeof readOnly>
export type ListFilter = z.infer<typeof listFilter>
export type ListSort = z.infer<typeof listSort>
export type Row = z.infer<typeof row>
