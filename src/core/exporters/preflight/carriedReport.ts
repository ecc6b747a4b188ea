import type { PreflightReport } from '#shared/contract/preflight'
import type { PackPart, PackProfile } from '#shared/packProfiles'
import type { PreflightRule } from '#shared/preflightRules'

/** Rules whose findings tell what a pack may not carry: the words of a note, who is confidential. */
const toldBy: Readonly<Partial<Record<PreflightRule, PackPart>>> = {
  'confidential-source-named': 'confidentialFlags',
  'open-note': 'notes',
  'position-present': 'positions',
  'unsourced-claim': 'claims',
  'claim-contradicted': 'claims',
  'quotation-drift': 'claims',
  'quotation-changed': 'claims',
  'single-origin-claim': 'claims',
  'claim-without-check': 'checks',
}

/** What a pack says of its preflight: of what its profile does not carry how often it was found, and not where. */
export const carriedReport = (
  report: PreflightReport,
  { carries }: Pick<PackProfile, 'carries'>,
): PreflightReport => ({
  ...report,
  results: report.results.map((result) => {
    const part = toldBy[result.rule]
    return part === undefined || carries[part] ? result : { ...result, findings: [] }
  }),
})
