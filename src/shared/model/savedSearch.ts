import * as z from 'zod'
import { facetFilter, sortOrder } from './searchFilter'
import { id, timestamp } from './scalars'

/** What may be searched for, in UTF-16 units. */
export const longestAsked = 2000

/** Filters that one search may have. */
export const mostFilters = 200

/** What is searched for: everything but the page of the answer. */
export const searchAsked = z.object({
  text: z.string().max(longestAsked),
  filters: z.array(facetFilter).max(mostFilters),
  sort: sortOrder,
})

/** What a saved search may be called, in UTF-16 units. */
export const longestName = 200

/**
 * A search that is kept under a name. Its name is unique in the archive, whatever the case of its letters, because the
 * command line calls it by that. It belongs to this archive alone: backups hold it, packs do not.
 */
export const savedSearch = searchAsked.extend({
  id,
  name: z.string().min(1).max(longestName),
  createdAt: timestamp,
  updatedAt: timestamp,
})

export type SearchAsked = Readonly<z.infer<typeof searchAsked>>
export type SavedSearch = Readonly<z.infer<typeof savedSearch>>
