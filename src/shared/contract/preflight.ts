import * as z from 'zod'
import { passageLabel } from '../model/article'
import { id, text, timestamp } from '../model/scalars'
import { packProfileNames } from '../packProfiles'
import { preflightRuleNames } from '../preflightRules'

export const packProfile = z.enum(packProfileNames)

/** The word of somebody who answers for it that a rule may be broken this once. */
export const preflightWaiver = z.strictObject({
  rule: z.enum(preflightRuleNames),
  reason: text.max(1000).regex(/\S/),
  by: text.max(200).regex(/\S/),
})

/** Where something was found: a record, or a passage of an article. */
export const preflightPlace = z.object({
  id,
  kind: z.enum(['article', 'photo', 'reference', 'source', 'claim', 'note']),
  title: z.string(),
  passage: passageLabel.optional(),
})

export const preflightFinding = z.object({
  place: preflightPlace,
  /** The words that it is about, where the place alone does not say: a quotation, a slot. */
  detail: z.string().optional(),
})

export const preflightResult = z.object({
  rule: z.enum(preflightRuleNames),
  severity: z.enum(['error', 'warning', 'note']),
  sentence: z.string(),
  state: z.enum(['passed', 'found', 'waived']),
  total: z.int(),
  /** The first of them; a pack has all. */
  findings: z.array(preflightFinding),
  waiver: preflightWaiver.optional(),
})

export const preflightReport = z.object({
  profile: packProfile,
  date: timestamp,
  /** Whether an export would go on; `stopped` where an error is neither mended nor waived. */
  state: z.enum(['passed', 'found', 'stopped']),
  results: z.array(preflightResult),
})

export type PreflightWaiver = Readonly<z.infer<typeof preflightWaiver>>
export type PreflightPlace = Readonly<z.infer<typeof preflightPlace>>
export type PreflightFinding = Readonly<z.infer<typeof preflightFinding>>
export type PreflightResult = Readonly<z.infer<typeof preflightResult>>
export type PreflightReport = Readonly<z.infer<typeof preflightReport>>
