import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { longestName, savedSearch, searchAsked } from '../model/savedSearch'
import { id } from '../model/scalars'
import { nothing, reads, writes } from './base'
import { queryLists } from './queryLists'
import { token } from './work'

/** Spaces around a name and control characters in it are left out. */
const name = z.string().trim().min(1).max(longestName)

/** A saved search with what it finds: as it was counted last, absent until that was once. */
export const countedSearch = savedSearch.extend({ count: z.int().nonnegative().optional() })

/** `csv` is RFC 4180 in UTF-8 with a byte order mark; `jsonl` one JSON object a line. */
export const tableForm = z.enum(['csv', 'jsonl'])

export const searches = {
  /** At once, by name; what is not counted anew yet has its last count, and `changes` tells when it has another. */
  list: reads.input(nothing).output(z.object({ searches: z.array(countedSearch) })),
  /** A value now, and whenever a name, a search or a count changed. */
  changes: reads.input(nothing).output(eventIterator(nothing)),
  /** `name-taken` where another one is called so, whatever the case of its letters. */
  save: writes.input(searchAsked.extend({ name })).output(savedSearch),
  rename: writes.input(z.object({ id, name })).output(savedSearch),
  /** The same name for another search. */
  update: writes.input(searchAsked.extend({ id })).output(savedSearch),
  remove: writes.input(z.object({ id })).output(nothing),
  /** Undoes a removal. */
  restore: writes.input(z.object({ id })).output(savedSearch),
  /** All hits, in their order, as a job that ends as `table`. */
  exportHits: reads
    .input(searchAsked.extend({ form: tableForm, destination: token }))
    .output(z.object({ jobId: id })),
  ...queryLists,
}

export type CountedSearch = z.infer<typeof countedSearch>
export type TableForm = z.infer<typeof tableForm>
