import * as z from 'zod'
import { itemKind } from '../model/kinds'
import { id } from '../model/scalars'
import { page, reads } from './base'
import { token } from './work'

/** UTF-16 units of a list that is pasted; a longer one is a file. */
export const longestPaste = 2_000_000
export const mostQueries = 10_000

/** A list as a file that was chosen, or as text that was pasted. */
const listSource = z.union([z.object({ token }), z.object({ text: z.string().min(1).max(longestPaste) })])

/** A column of the table, counted from 0; `line` takes each line as it stands, commas and all. */
const column = z.union([z.int().min(0).max(999), z.literal('line')])

export const listPreview = z.object({
  /** Heads where there are any, else the first row's cells. */
  columns: z.array(z.string()),
  /** The first row looks like heads. */
  hasHeads: z.boolean(),
  /** What is most likely the column with the queries. */
  column,
  /** Rows, the first one included. */
  rows: z.int(),
  sample: z.array(z.array(z.string())),
})

const kindCounts = z.object({ article: z.int(), photo: z.int(), reference: z.int() })

/** What became of one row. */
export const listedQuery = z.object({
  /** In the list, counted from 1, heads and empty rows left out. */
  row: z.int().positive(),
  query: z.string(),
  /** The text of the search that finds the same. */
  asked: z.string(),
  /** Absent where it is too long to be searched for. */
  total: z.int().optional(),
  kinds: kindCounts.optional(),
  /** The best hit. */
  first: z.object({ id, kind: itemKind, title: z.string(), published: z.string().optional() }).optional(),
})

export const listOrder = z.enum(['row', 'query', 'total', 'first'])

const order = {
  jobId: id,
  by: listOrder.default('row'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
}

/** Many queries at once. What was found is held until the application ends or some lists later. */
export const queryLists = {
  readList: reads.input(z.object({ source: listSource })).output(listPreview),
  /** As a job that ends as `query-list`; a cancelled one keeps the rows that it did. */
  runList: reads
    .input(
      z.object({
        source: listSource,
        column,
        hasHeads: z.boolean(),
        /** Each row literally, in quotation marks, or as a query with its syntax. */
        readAs: z.enum(['phrase', 'query']).default('phrase'),
      }),
    )
    .output(z.object({ jobId: id })),
  listed: reads
    .input(z.object({ ...order, ...page }))
    .output(z.object({ total: z.int(), rows: z.array(listedQuery) })),
  /** As a CSV, as a job that ends as `table`. */
  exportList: reads.input(z.object({ ...order, destination: token })).output(z.object({ jobId: id })),
}

export type ListPreview = z.infer<typeof listPreview>
export type ListedQuery = z.infer<typeof listedQuery>
export type ListOrder = z.infer<typeof listOrder>
