import { createPauses } from '#core/jobs/createPauses'
import type {
  PreflightFinding,
  PreflightReport,
  PreflightResult,
  PreflightWaiver,
} from '#shared/contract/preflight'
import type { RecordSet } from '#shared/model/records'
import type { PackProfileName } from '#shared/packProfiles'
import {
  checklists,
  preflightRuleNames,
  preflightSentence,
  type PreflightRule,
  type PreflightSeverity,
} from '#shared/preflightRules'
import {
  contradictedClaims,
  openNotes,
  singleOriginClaims,
  uncheckedClaims,
  unsourcedClaims,
} from './claimRules'
import { namedConfidential } from './confidentialRule'
import { createContext } from './createContext'
import {
  photosWithoutCaption,
  photosWithoutCopyright,
  photosWithoutCredit,
  positionedPhotos,
  staleReferences,
  undatedReferences,
  unfilledSlots,
  unsourcedPassages,
} from './itemRules'
import { changedQuotations, driftedQuotations } from './quotationRules'
import type { FindAll, PreflightContext } from './types'

/** How each rule of the checklists is looked at. */
const rules: Readonly<Record<PreflightRule, FindAll>> = {
  'confidential-source-named': namedConfidential,
  'unsourced-claim': unsourcedClaims,
  'claim-contradicted': contradictedClaims,
  'quotation-drift': driftedQuotations,
  'quotation-changed': changedQuotations,
  'single-origin-claim': singleOriginClaims,
  'claim-without-check': uncheckedClaims,
  'unsourced-passage': unsourcedPassages,
  'photo-without-credit': photosWithoutCredit,
  'photo-without-caption': photosWithoutCaption,
  'photo-without-copyright': photosWithoutCopyright,
  'position-present': positionedPhotos,
  'open-note': openNotes,
  'access-date-stale': staleReferences,
  'access-date-missing': undatedReferences,
  'slot-unfilled': unfilledSlots,
}

export interface PreflightOptions {
  readonly profile: PackProfileName
  readonly waivers: readonly PreflightWaiver[]
  /** ISO 8601: the date that the pack states. */
  readonly date: string
  readonly signal?: AbortSignal
}

const resultOf = (
  rule: PreflightRule,
  severity: PreflightSeverity,
  findings: readonly PreflightFinding[],
  waivers: readonly PreflightWaiver[],
): PreflightResult => {
  const total = findings.length
  const facts = { rule, severity, sentence: preflightSentence(rule, total), total, findings: [...findings] }
  const waiver = waivers.find((one) => one.rule === rule)
  if (total === 0) return { ...facts, state: 'passed' }
  return waiver ? { ...facts, state: 'waived', waiver } : { ...facts, state: 'found' }
}

const stateOf = (results: readonly PreflightResult[]): PreflightReport['state'] => {
  const found = results.filter(({ state }) => state === 'found')
  if (found.some(({ severity }) => severity === 'error')) return 'stopped'
  return found.some(({ severity }) => severity === 'warning') ? 'found' : 'passed'
}

const findAll = async (
  find: FindAll,
  context: PreflightContext,
  pause: () => Promise<void>,
): Promise<PreflightFinding[]> => {
  const findings: PreflightFinding[] = []
  for (const look of find(context)) {
    findings.push(...(await look()))
    await pause()
  }
  return findings
}

/** Looks at records by the checklist of a profile. A waiver without a finding is not used, and is in no report. */
export const runPreflight = async (
  records: RecordSet,
  { profile, waivers, date, signal }: PreflightOptions,
): Promise<PreflightReport> => {
  const pause = createPauses(signal)
  const context = createContext(records, { now: new Date(date), pause })
  const checklist: Readonly<Partial<Record<PreflightRule, PreflightSeverity>>> = checklists[profile]
  const results: PreflightResult[] = []
  for (const rule of preflightRuleNames) {
    const severity = checklist[rule]
    if (severity === undefined) continue
    results.push(resultOf(rule, severity, await findAll(rules[rule], context, pause), waivers))
  }
  return { profile, date, state: stateOf(results), results }
}
