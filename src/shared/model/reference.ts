import * as z from 'zod'
import { id, sha256, text } from './scalars'

const datePart = z.union([z.int(), z.string()])

/** A CSL date variable (CSL 1.0.2, csl-data.json): parts as far as they are known. */
export const cslDate = z.strictObject({
  'date-parts': z.array(z.array(datePart).min(1).max(3)).min(1).max(2).optional(),
  season: datePart.optional(),
  circa: z.union([z.boolean(), z.string(), z.number()]).optional(),
  literal: z.string().optional(),
  raw: z.string().optional(),
})

export const cslName = z.strictObject({
  family: z.string().optional(),
  given: z.string().optional(),
  'dropping-particle': z.string().optional(),
  'non-dropping-particle': z.string().optional(),
  suffix: z.string().optional(),
  literal: z.string().optional(),
})

/** A CSL-JSON item (CSL 1.0.2): `id` and `type`, and whichever variables are known. */
export const cslItem = z
  .object({
    id: z.union([z.string(), z.number()]),
    type: text,
    title: z.string().optional(),
    'container-title': z.string().optional(),
    publisher: z.string().optional(),
    author: z.array(cslName).optional(),
    issued: cslDate.optional(),
    accessed: cslDate.optional(),
    URL: z.string().optional(),
    language: z.string().optional(),
  })
  .catchall(z.json())

export const reference = z.strictObject({
  id,
  kind: z.literal('reference'),
  /** Stable and readable: `businessinsider2019isis`. */
  key: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  csl: cslItem,
  sourceId: id.optional(),
  /** The list that it was read from. */
  listedIn: sha256.optional(),
})

export type CslDate = Readonly<z.infer<typeof cslDate>>
export type CslName = Readonly<z.infer<typeof cslName>>
export type CslItem = Readonly<z.infer<typeof cslItem>>
export type Reference = Readonly<z.infer<typeof reference>>

/** The item under another id. Named, because the compiler cannot tell a copy of an item with a catch-all from one. */
export const withId = (csl: CslItem, id: string | number): CslItem => ({ ...csl, id }) as CslItem
