import * as z from 'zod'
import { id, text, timestamp } from './scalars'
import { passageTarget } from './selector'

export const claimType = z.enum(['fact', 'quote', 'number', 'date', 'name', 'opinion'])

/** Where the check of a claim stands, as its checker judged it. */
export const claimStatus = z.enum(['open', 'supported', 'contradicted', 'disputed', 'not-checkable'])

export const evidenceRelation = z.enum(['supports', 'contradicts', 'context'])

/** A passage, a photo or a reference that bears on a claim. Exactly one of `target` and `itemId`. */
export const evidence = z
  .strictObject({
    id,
    relation: evidenceRelation,
    target: passageTarget.optional(),
    /** A photo or a reference as a whole. */
    itemId: id.optional(),
    /** Who says so, where the passage itself does not cite it. */
    sourceId: id.optional(),
    /** How it was obtained, in the words of whoever obtained it. */
    obtained: text.optional(),
    addedAt: timestamp,
  })
  .refine((value) => (value.target === undefined) !== (value.itemId === undefined), {
    message: 'a passage or an item, one of them',
  })

/** One line of the checker's log. */
export const check = z.strictObject({
  at: timestamp,
  by: text,
  /** How it was checked: 'called the press office'. */
  method: text,
  outcome: claimStatus,
})

/** A statement that can be checked, and what bears on it. */
export const claim = z.strictObject({
  id,
  kind: z.literal('claim'),
  text,
  claimType,
  status: claimStatus,
  /** Where the story states it; absent for one that stands alone. */
  target: passageTarget.optional(),
  evidence: z.array(evidence),
  /** The oldest first; a check is never taken out. */
  checks: z.array(check),
  createdAt: timestamp,
})

export type ClaimType = z.infer<typeof claimType>
export type ClaimStatus = z.infer<typeof claimStatus>
export type EvidenceRelation = z.infer<typeof evidenceRelation>
export type Evidence = Readonly<z.infer<typeof evidence>>
export type Check = Readonly<z.infer<typeof check>>
export type Claim = Readonly<z.infer<typeof claim>>
