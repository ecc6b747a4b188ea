import * as z from 'zod'
import { passageLabel } from '../model/article'
import { id } from '../model/scalars'
import { page, reads } from './base'

/** What a passage rests on; `contradicted` where evidence or the outcome of a check stands against it. */
export const shownBasis = z.enum(['printed', 'inferred', 'none', 'contradicted'])

/** Why several namings count as one source: the parts of a sentence, for the page to say. */
export const sameOrigin = z.discriminatedUnion('reason', [
  /** The same source, or the same agency by another name. */
  z.object({ reason: z.literal('named-again'), name: z.string(), times: z.int().min(2) }),
  /** `name` carries what is `to`'s; `phrase` says so, in the citation, the passage, or an article of the archive. */
  z.object({
    reason: z.literal('credited'),
    name: z.string(),
    to: z.string(),
    phrase: z.string(),
    article: z.object({ id, title: z.string() }).optional(),
  }),
  /** Articles of the archive by both carry one text; `likeness` is the share of their wording in common. */
  z.object({
    reason: z.literal('same-text'),
    name: z.string(),
    other: z.string(),
    articles: z.array(z.object({ id, title: z.string() })).length(2),
    likeness: z.number().min(0).max(1),
  }),
])

/** Who is behind a passage: a source, a reference, or an item that a claim brings as evidence. */
export const supportMember = z.object({
  name: z.string(),
  sourceId: id.optional(),
  referenceId: id.optional(),
  itemId: id.optional(),
  itemKind: z.enum(['article', 'photo', 'reference']).optional(),
})

/** Those behind something: each group tells one story and counts as one independent source; `why` says so. */
export const originGroups = z.array(
  z.object({ members: z.array(supportMember).min(1), why: z.array(sameOrigin) }),
)

export const passageSupport = z.object({
  passage: passageLabel,
  basis: shownBasis,
  /** Sources that do not tell one story: as many as there are groups. */
  independent: z.int().nonnegative(),
  /** False for headings, and where all that is claimed is an opinion or was found not to be checkable. */
  checkable: z.boolean(),
  citationIds: z.array(id),
  groups: originGroups,
})

/** What each passage of a version rests on, and on how many independent sources: computed, never stored. */
export const articleSupport = z.object({
  versionId: id,
  passages: z.array(passageSupport),
  /** To whom the text credits itself, and which articles of the archive carry the same one. */
  credits: z.array(z.object({ name: z.string(), phrase: z.string() })),
  sameText: z.array(
    z.object({ id, title: z.string(), publisher: z.string().optional(), likeness: z.number().min(0).max(1) }),
  ),
})

export const supportListName = z.enum(['unsourced', 'single-source', 'uncredited'])

/** A passage (of an article) or a photo that lacks something. */
export const supportRow = z.object({
  id,
  kind: z.enum(['article', 'photo']),
  title: z.string(),
  published: z.string().optional(),
  passage: passageLabel.optional(),
  text: z.string().optional(),
  /** The one source of a single-source passage, and those that count as one with it. */
  sources: z.array(z.string()).optional(),
  /** Why they count as one. */
  why: z.array(sameOrigin).optional(),
})

/** Passages whose sources are asked for at once. */
const mostPlaces = 100

const passagePlace = z.object({ articleId: id, passage: passageLabel })

export const support = {
  /** Who is behind single passages of the newest versions; what is not held is left out. */
  passages: reads
    .input(z.object({ places: z.array(passagePlace).max(mostPlaces) }))
    .output(z.array(passagePlace.extend({ groups: originGroups }))),
  /**
   * Unsourced passages, passages on one independent source, photos without a credit. Answers with what was found so far:
   * where `looked` is less than `of`, more may be found by asking again.
   */
  list: reads.input(z.object({ list: supportListName, ...page })).output(
    z.object({
      total: z.int(),
      looked: z.int(),
      of: z.int(),
      rows: z.array(supportRow),
    }),
  ),
}

export type ShownBasis = z.infer<typeof shownBasis>
export type SameOrigin = Readonly<z.infer<typeof sameOrigin>>
export type SupportMember = Readonly<z.infer<typeof supportMember>>
export type OriginGroups = z.infer<typeof originGroups>
export type PassageSupport = Readonly<z.infer<typeof passageSupport>>
export type ArticleSupport = Readonly<z.infer<typeof articleSupport>>
export type PassagePlace = Readonly<z.infer<typeof passagePlace>>
export type SupportListName = z.infer<typeof supportListName>
export type SupportRow = Readonly<z.infer<typeof supportRow>>
