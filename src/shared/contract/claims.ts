import * as z from 'zod'
import { check, claim, claimStatus, claimType, evidence, evidenceRelation } from '../model/claim'
import { recordKind } from '../model/kinds'
import { note } from '../model/note'
import { id, text } from '../model/scalars'
import { passageTarget } from '../model/selector'
import { nothing, page, reads, writes } from './base'
import { placeView, standing } from './places'
import { originGroups } from './support'

/** Characters of a claim, of how something was obtained, of a check's method. */
const longest = 4000
const words = text.max(longest)

/** What a list of claims is narrowed to. `unsourced`: nobody is behind it; `single-source`: one independent source is. */
export const claimLack = z.enum(['unsourced', 'single-source', 'contradicted', 'unchecked'])

export const claimFilter = z.object({
  status: claimStatus.optional(),
  claimType: claimType.optional(),
  /** Only claims that the story makes, not those that have evidence in it. */
  articleId: id.optional(),
  lack: claimLack.optional(),
  /** Only claims that this source is behind. */
  sourceId: id.optional(),
  /** Words of its text, whatever their case and marks. */
  text: z.string().max(300).optional(),
})

/** One line of a list of claims. */
export const claimRow = claim
  .pick({ id: true, text: true, claimType: true, status: true, createdAt: true })
  .extend({
    /** The story that states it. */
    article: z.object({ id, headline: z.string(), passage: z.string() }).optional(),
    supports: z.int(),
    contradicts: z.int(),
    context: z.int(),
    /** Independent sources behind it. */
    sources: z.int(),
    lastCheck: check.optional(),
  })

const itemName = z.object({ id, kind: recordKind, title: z.string() })

export const evidenceView = evidence.safeExtend({
  /** Of a passage: where it stands, and what it cites. */
  place: placeView.optional(),
  item: itemName.optional(),
  source: z.object({ id, name: z.string() }).optional(),
  /** Other claims with evidence in the same passage. */
  alsoUsedBy: z.array(claim.pick({ id: true, text: true, status: true })),
})

export const claimView = z.object({
  claim,
  place: placeView.optional(),
  evidence: z.array(evidenceView),
  /** Who is behind it: whom its own passage cites, and those of the evidence that supports it. */
  groups: originGroups,
})

/** A sentence that can be checked, and why. */
export const proposedClaim = z.object({
  target: passageTarget,
  text,
  claimType,
  signs: z.array(z.enum(['number', 'date', 'name', 'quotation', 'superlative'])),
})

/** One place in an article to which a claim, its evidence or a note points. */
export const mark = z.object({
  recordId: id,
  relation: z.enum(['about', ...evidenceRelation.options]),
  evidenceId: id.optional(),
  /** Label of the passage in the version that was asked for; absent for an orphan, and for what is about the whole. */
  passage: z.string().optional(),
  /** Code points of that passage `[start, end)`; absent where the whole of it is meant. */
  range: z.tuple([z.int(), z.int()]).optional(),
  standing,
})

/** One line of the checker's log, over all claims. */
export const loggedCheck = check.extend({ claimId: id, text })

const byId = z.object({ id })
const relation = evidenceRelation
const obtained = words.optional()

export const claims = {
  /** The newest first. */
  list: reads
    .input(z.object({ filter: claimFilter.default({}), ...page }))
    .output(z.object({ total: z.int(), rows: z.array(claimRow) })),
  get: reads.input(byId).output(claimView),
  /** Claims and notes that point at an item, and where they stand in one of its versions, the newest where none is named. */
  bearing: reads
    .input(z.object({ itemId: id, versionId: id.optional() }))
    .output(z.object({ claims: z.array(claimRow), notes: z.array(note), marks: z.array(mark) })),
  make: writes.input(z.object({ text: words, claimType, target: passageTarget.optional() })).output(claim),
  /** What is not named stays; a target moves only on the user's word. */
  edit: writes
    .input(
      z.object({
        id,
        text: words.optional(),
        claimType: claimType.optional(),
        status: claimStatus.optional(),
        target: passageTarget.optional(),
      }),
    )
    .output(claim),
  /** Exactly one of `target` and `itemId`. */
  addEvidence: writes
    .input(
      z.object({
        id,
        relation,
        target: passageTarget.optional(),
        itemId: id.optional(),
        sourceId: id.optional(),
        obtained,
      }),
    )
    .output(claim),
  /** `obtained: null` takes it out. */
  editEvidence: writes
    .input(
      z.object({
        id,
        evidenceId: id,
        relation: relation.optional(),
        target: passageTarget.optional(),
        obtained: words.nullable().optional(),
      }),
    )
    .output(claim),
  removeEvidence: writes.input(z.object({ id, evidenceId: id })).output(claim),
  /** Undoes a removal: the same evidence at its old place. */
  restoreEvidence: writes.input(z.object({ id, evidence, position: z.int().nonnegative() })).output(claim),
  /** One line more in the checker's log; its outcome becomes the status. A line is never taken out. */
  check: writes.input(z.object({ id, by: words, method: words, outcome: claimStatus })).output(claim),
  withdraw: writes.input(byId).output(nothing),
  /** Undoes a withdrawal. */
  restore: writes.input(byId).output(claim),
  /** Sentences of an article's newest version that can be checked and are no claims yet, in the order of the text. */
  propose: reads
    .input(z.object({ articleId: id, ...page }))
    .output(z.object({ total: z.int(), rows: z.array(proposedClaim) })),
  /** The newest first. */
  log: reads.input(z.object(page)).output(z.object({ total: z.int(), rows: z.array(loggedCheck) })),
}

export type ClaimFilter = z.infer<typeof claimFilter>
export type ClaimLack = z.infer<typeof claimLack>
export type ClaimRow = z.infer<typeof claimRow>
export type EvidenceView = z.infer<typeof evidenceView>
export type ClaimView = z.infer<typeof claimView>
export type ProposedClaim = z.infer<typeof proposedClaim>
export type ClaimSign = ProposedClaim['signs'][number]
export type Mark = z.infer<typeof mark>
export type LoggedCheck = z.infer<typeof loggedCheck>
