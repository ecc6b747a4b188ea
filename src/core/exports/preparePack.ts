import { CuttingsError } from '#shared/errors'
import type { PreflightReport, PreflightWaiver } from '#shared/contract/preflight'
import { packProfiles, type LeftOut, type PackProfile, type PackProfileName } from '#shared/packProfiles'
import { carryOnly, leftOutOf, type Carried } from '../exporters/pack/carryOnly'
import type { PackContents } from '../exporters/pack/types'
import { carriedReport } from '../exporters/preflight/carriedReport'
import { runPreflight } from '../exporters/preflight/runPreflight'
import { refuseLeaks } from '../exporters/redaction/leakScan'
import { maskTexts } from '../exporters/redaction/maskTexts'
import { redactContents } from '../exporters/redaction/redactContents'

/** What is written, and what is said of it. */
export interface PreparedPack {
  readonly contents: PackContents
  readonly leftOut: LeftOut
  readonly preflight: PreflightReport
  readonly inspect?: (written: string) => Promise<void>
}

export interface Preparation {
  readonly profile: PackProfileName
  readonly waivers: readonly PreflightWaiver[]
  /** ISO 8601: the date that the pack states. */
  readonly date: string
  /** Where the pack is to be: its name is looked at too. */
  readonly destination: string
  readonly signal?: AbortSignal
}

/** The checklist of the profile, asked of everything that was selected, also of what the profile then leaves out. */
export const preflightOf = (
  contents: PackContents,
  preparation: Omit<Preparation, 'destination'>,
): Promise<PreflightReport> => runPreflight(contents.records, preparation)

const refuseStopped = ({ state, results }: PreflightReport): void => {
  const first = results.find((result) => result.severity === 'error' && result.state === 'found')
  if (state === 'stopped' && first)
    throw new CuttingsError('preflight-stopped', { sentence: first.sentence, rule: first.rule })
}

/** The preflight's own sentences, and the reasons of whoever waived one: a pack has them whatever it carries. */
const saidIn = ({ results }: PreflightReport): readonly string[] =>
  results.flatMap(({ sentence, waiver }) => [sentence, ...(waiver ? [waiver.by, waiver.reason] : [])])

/** Takes out what must not leave, and looks for it in what was written before that gets its name. */
const redact = async (
  whole: PackContents,
  carried: Carried,
  preflight: PreflightReport,
  { destination, signal }: Preparation,
): Promise<PreparedPack> => {
  const { contents, mask, terms } = await redactContents(carried.contents, whole, {
    said: saidIn(preflight),
    ...(signal ? { signal } : {}),
  })
  const chains = new Set(whole.events.map(({ itemId }) => itemId)).size
  return {
    contents,
    leftOut: leftOutOf({ records: whole.records, chains }, { records: contents.records, chains: 0 }),
    preflight: maskTexts(preflight, mask),
    inspect: (written) => refuseLeaks(written, destination, terms, signal),
  }
}

/** Looks at the contents, refuses with `preflight-stopped` what must not leave like this, and takes what the profile carries. */
export const preparePack = async (
  contents: PackContents,
  preparation: Preparation,
): Promise<PreparedPack> => {
  const found = await preflightOf(contents, preparation)
  refuseStopped(found)
  const carried = carryOnly(contents, preparation.profile)
  const profile: PackProfile = packProfiles[preparation.profile]
  const preflight = carriedReport(found, profile)
  return profile.isRedacted ? redact(contents, carried, preflight, preparation) : { ...carried, preflight }
}
