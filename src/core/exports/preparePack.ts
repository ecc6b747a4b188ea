import { CuttingsError } from '#shared/errors'
import type { PreflightReport, PreflightWaiver } from '#shared/contract/preflight'
import type { LeftOut, PackProfileName } from '#shared/packProfiles'
import { carryOnly } from '../exporters/pack/carryOnly'
import type { PackContents } from '../exporters/pack/types'
import { countDistinctSources } from '../exporters/preflight/originsOfClaim'
import { runPreflight } from '../exporters/preflight/runPreflight'

/** What is written, and what is said of it. */
export interface PreparedPack {
  readonly contents: PackContents
  readonly leftOut: LeftOut
  readonly preflight: PreflightReport
}

export interface Preparation {
  readonly profile: PackProfileName
  readonly waivers: readonly PreflightWaiver[]
  /** ISO 8601: the date that the pack states. */
  readonly date: string
  readonly signal?: AbortSignal
}

/** The checklist of the profile, asked of everything that was selected, also of what the profile then leaves out. */
export const preflightOf = (contents: PackContents, preparation: Preparation): Promise<PreflightReport> =>
  runPreflight(contents.records, { ...preparation, countOrigins: countDistinctSources })

const refuseStopped = ({ state, results }: PreflightReport): void => {
  const first = results.find((result) => result.severity === 'error' && result.state === 'found')
  if (state === 'stopped' && first)
    throw new CuttingsError('preflight-stopped', { sentence: first.sentence, rule: first.rule })
}

/** Looks at the contents, refuses with `preflight-stopped` what must not leave like this, and takes what the profile carries. */
export const preparePack = async (
  contents: PackContents,
  preparation: Preparation,
): Promise<PreparedPack> => {
  const preflight = await preflightOf(contents, preparation)
  refuseStopped(preflight)
  return { ...carryOnly(contents, preparation.profile), preflight }
}
