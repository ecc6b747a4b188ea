import * as z from 'zod'
import { passageLabel } from '../model/article'
import { citation, source } from '../model/citation'
import { event } from '../model/event'
import { itemKind } from '../model/kinds'
import { original } from '../model/original'
import { photo } from '../model/photo'
import { anyRecord, articleRecord } from '../model/records'
import { reference } from '../model/reference'
import { id, sha256, timestamp } from '../model/scalars'
import { damaged, reads } from './base'
import { confirming } from './confirming'
import { articleSupport } from './support'
import { versionComparison } from './versions'

const byId = z.object({ id })

/** An article and the records that it points at, so that a reading view needs one call. */
export const articleView = z.object({
  article: articleRecord,
  sources: z.array(source),
  references: z.array(reference),
  originals: z.array(original),
  addedAt: timestamp,
  /** The article is in the trash: it was merged into this one. */
  mergedInto: z.object({ id, title: z.string() }).optional(),
  damaged,
})

export const articles = {
  get: reads.input(byId).output(articleView),
  /** Two of its versions, by their numbers, passage by passage. */
  compare: reads
    .input(z.object({ id, from: z.int().positive(), to: z.int().positive() }))
    .output(versionComparison),
  /** What its passages rest on, and on how many independent sources; of the newest version where none is named. */
  support: reads.input(z.object({ id, versionId: id.optional() })).output(articleSupport),
}

/** A small picture of a photo, to be fetched by address (`host.original`); or why there is none. */
export const smallPicture = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready'), sha256, width: z.int(), height: z.int() }),
  z.object({ state: z.literal('none'), reason: z.string() }),
])

export const photos = {
  get: reads.input(byId).output(
    z.object({
      photo,
      original: original.optional(),
      sidecar: original.optional(),
      /** The photo that was asked for, where it was merged into this one. */
      mergedFrom: id.optional(),
      damaged,
    }),
  ),
  /** Made with the first question, in the process in which foreign bytes are read. */
  small: reads.input(byId).output(smallPicture),
  /** Photos that look like it, the nearest first; nothing is merged. */
  similar: reads
    .input(byId)
    .output(z.array(z.object({ id, title: z.string(), distance: z.int().nonnegative() }))),
}

export const citations = { get: reads.input(byId).output(citation), ...confirming }

export const records = {
  /** Any record, whole. */
  get: reads.input(byId).output(anyRecord),
  /** Where a copied passage link (`cuttings://<archive>/<item>/<label>`) leads. */
  resolveLink: reads
    .input(z.object({ link: z.string().max(300) }))
    .output(z.object({ id, kind: itemKind, passage: passageLabel.optional(), thisArchive: z.boolean() })),
}

export const events = {
  /** The chain of an item; `local` ones are of this archive alone and are not exported. */
  list: reads.input(z.object({ itemId: id })).output(z.array(event.extend({ local: z.boolean() }))),
}

export type ArticleView = z.infer<typeof articleView>
export type SmallPicture = z.infer<typeof smallPicture>
