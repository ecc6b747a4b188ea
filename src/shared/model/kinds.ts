import * as z from 'zod'

/** What is listed and found. */
export const itemKind = z.enum(['article', 'photo', 'reference'])

/** Every record with an id of its own that can be listed. */
export const recordKind = z.enum(['article', 'photo', 'reference', 'source', 'citation', 'claim', 'note'])

export type ItemKind = z.infer<typeof itemKind>
export type RecordKind = z.infer<typeof recordKind>
