import * as z from 'zod'
import { facetNames, sortOrders } from '../facets'

/**
 * What to narrow to, or to leave out. Included values of one facet are alternatives; facets narrow each other. A month is
 * `2019`, `2019-03`, or an interval that includes both ends: `2019-03/2020-01`.
 */
export const facetFilter = z.object({
  facet: z.enum(facetNames),
  value: z.string().min(1).max(1000),
  excluded: z.boolean().optional(),
})

export const sortOrder = z.enum(sortOrders)

export type FacetFilter = Readonly<z.infer<typeof facetFilter>>
