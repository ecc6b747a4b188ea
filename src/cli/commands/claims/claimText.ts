import type { ClaimRow, ClaimView, EvidenceView, LoggedCheck, ProposedClaim } from '#shared/contract/claims'
import type { PlaceView } from '#shared/contract/places'
import type { Check } from '#shared/model/claim'
import { plainLine } from '../../plainText'
import { groupsText } from '../supportText'

const parts = (...all: readonly (string | undefined)[]): string =>
  plainLine(all.filter((part) => part !== undefined && part !== '').join('  '))

export const claimRowText = ({
  id,
  claimType,
  status,
  supports,
  contradicts,
  text,
  article,
}: ClaimRow): string =>
  parts(
    id,
    claimType,
    status,
    `+${supports} -${contradicts}`,
    text,
    article && `${article.headline} [${article.passage}]`,
  )

const standingText = ({ standing, version, newest }: PlaceView): string | undefined => {
  if (standing.state === 'orphan')
    return standing.proposal
      ? `not found in version ${newest}; proposed: "${standing.proposal.words}"`
      : `not found in version ${newest}`
  if (standing.state === 'gone') return 'the text is not held as it was'
  return version === newest ? undefined : `made on version ${version}, found in version ${newest}`
}

const placeText = (place: PlaceView): string =>
  parts(`${place.headline} [${place.target.passage}]`, `"${place.words}"`, standingText(place))

const evidenceText = (one: EvidenceView): string[] => {
  const where = one.place ? placeText(one.place) : (one.item?.title ?? one.itemId)
  const cited = one.source ? [one.source.name] : (one.place?.cited.map(({ name }) => name) ?? [])
  return [
    parts(`  ${one.relation}`, where),
    parts('   ', one.id, cited.length > 0 ? `cites ${cited.join(', ')}` : undefined),
    ...(one.obtained === undefined ? [] : [parts('   ', `obtained: ${one.obtained}`)]),
    ...one.alsoUsedBy.map(({ id, text }) => parts('   ', `also used by ${id}`, text)),
  ]
}

const checkText = ({ at, by, method, outcome }: Check): string => parts(at, by, outcome, method)

export const claimViewText = ({ claim, place, evidence, groups }: ClaimView): string =>
  [
    plainLine(claim.text),
    parts(claim.claimType, claim.status, claim.id),
    ...(place ? [placeText(place)] : []),
    parts(`Independent sources: ${groups.length}`, ...groupsText(groups)),
    `Evidence: ${evidence.length}`,
    ...evidence.flatMap(evidenceText),
    `Checks: ${claim.checks.length}`,
    ...claim.checks.map((line) => `  ${checkText(line)}`),
  ].join('\n')

export const proposalText = ({ target, claimType, signs, text }: ProposedClaim): string =>
  parts(`[${target.passage}]`, claimType, signs.join(','), text)

export const loggedText = (line: LoggedCheck): string => parts(checkText(line), line.claimId, line.text)
