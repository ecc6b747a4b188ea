import * as z from 'zod'
import { article } from './article'
import { citation, source } from './citation'
import { claim } from './claim'
import { note } from './note'
import { original } from './original'
import { photo } from './photo'
import { reference } from './reference'

/** An article with the citations of all its versions: the whole record, as `show` prints it and a pack carries it. */
export const articleRecord = article.extend({ citations: z.array(citation) })

/** Any record with an id, told apart by `kind`. */
export const anyRecord = z.discriminatedUnion('kind', [
  articleRecord,
  photo,
  reference,
  source,
  citation,
  claim,
  note,
])

/** What is written in one transaction, and what an exchange carries. */
export const recordSet = z.strictObject({
  articles: z.array(articleRecord),
  photos: z.array(photo),
  references: z.array(reference),
  sources: z.array(source),
  claims: z.array(claim),
  notes: z.array(note),
  originals: z.array(original),
})

export type ArticleRecord = Readonly<z.infer<typeof articleRecord>>
export type AnyRecord = Readonly<z.infer<typeof anyRecord>>
export type RecordSet = Readonly<z.infer<typeof recordSet>>
