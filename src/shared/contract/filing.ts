import * as z from 'zod'
import { filingKinds } from '../filingKinds'
import { id } from '../model/scalars'
import { reads, writes } from './base'

/** Whose names: the fields of the article's record. */
export const filingKind = z.enum(filingKinds)

/** UTF-16 code units of a name, once it is cleaned. */
export const longestFiledName = 200

const name = z.string().trim().min(1).max(longestFiledName)
const names = z.array(name).min(1).max(100)
/** As it stands in some record, which another program may have made. */
const heldName = z.string().min(1).max(1000)
const heldNames = z.array(heldName).min(1).max(100)
const ids = z.array(id).min(1).max(10_000)

/** Articles whose names were the one list, in its order, and are the other since. */
export const filingMove = z.object({
  before: z.array(z.string().min(1)),
  after: z.array(z.string().min(1)),
  ids: z.array(id).min(1),
})

/** What a deed came to. `moves` is what `putBack` undoes it by; an article of which nothing changed is in none. */
export const filed = z.object({
  kind: filingKind,
  /** Articles that were changed. */
  changed: z.int(),
  /** Photos and references that were asked for; they have no names. */
  others: z.int(),
  moves: z.array(filingMove),
})

/** A name as it is offered. `same` is the one that is meant by what was typed, whatever its case and accents. */
export const offeredName = z.object({ name: z.string(), articles: z.int(), same: z.boolean() })

/**
 * The user's own order of articles. Names are the same whatever their case and accents; the one that the archive has is
 * taken, as it stands there. Each deed is done to all of its articles or to none, with one event for each that it changes.
 * All names with their articles are told by `overviews.groups`.
 */
export const filing = {
  /** Names of which a word begins as is typed, those that begin so themselves first; without a text, the commonest. */
  names: reads
    .input(
      z.object({ kind: filingKind, text: z.string().max(1000), limit: z.int().min(1).max(100).default(10) }),
    )
    .output(z.array(offeredName)),
  add: writes.input(z.object({ kind: filingKind, names, ids })).output(filed),
  remove: writes.input(z.object({ kind: filingKind, names: heldNames, ids })).output(filed),
  /**
   * Gives all articles with one of these names another name in its place, which may be one that others have; without `to`
   * they lose it. Throws `not-found` where no article has such a name.
   */
  rename: writes.input(z.object({ kind: filingKind, names: heldNames, to: name.optional() })).output(filed),
  /** Undoes a deed: each article gets the list that it had. Throws `filed-since` where one has another list by now. */
  putBack: writes
    .input(z.object({ kind: filingKind, moves: z.array(filingMove).min(1).max(100_000) }))
    .output(filed),
}

export type FilingKind = z.infer<typeof filingKind>
export type FilingMove = Readonly<z.infer<typeof filingMove>>
export type Filed = Readonly<z.infer<typeof filed>>
export type OfferedName = Readonly<z.infer<typeof offeredName>>
