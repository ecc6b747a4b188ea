import type { Source } from '#shared/model/citation'
import type { Claim } from '#shared/model/claim'
import type { Photo } from '#shared/model/photo'
import type { RecordSet } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'
import type { PassageTarget } from '#shared/model/selector'
import type { Version } from '#shared/model/article'
import { sortedBy } from '../pack/compareText'
import { confidentialSources } from './confidentialTerms'
import type { Mask } from './createMask'
import { maskArticle, maskSelector } from './maskArticle'
import { maskTexts } from './maskTexts'

/** Nothing of a confidential source but that there is one. */
const bareSource = ({ id, sourceKind }: Source, number: number): Source => ({
  kind: 'source',
  id,
  name: `Withheld source ${number}`,
  aliases: [],
  warnings: [],
  ...(sourceKind === undefined ? {} : { sourceKind }),
})

const maskSources = (sources: readonly Source[], confidential: readonly Source[], mask: Mask): Source[] => {
  const numbers = new Map(sortedBy(confidential, ({ id }) => id).map(({ id }, index) => [id, index + 1]))
  return sources.map((source) => {
    const number = numbers.get(source.id)
    return number === undefined ? maskTexts(source, mask) : bareSource(source, number)
  })
}

/** A citation key is made of names: one that tells becomes a number. */
const maskReference = (reference: Reference, index: number, mask: Mask): Reference => {
  const masked = maskTexts(reference, mask)
  const isTelling = [reference.key, String(reference.csl.id)].some((key) => mask(key).text !== key)
  if (!isTelling) return masked
  const key = `withheld-${index + 1}`
  return { ...masked, key, csl: Object.assign({}, masked.csl, { id: key }) }
}

/** Where it was taken, and what its maker signed into it, would stand in the record though the picture has it no more. */
const maskPhoto = (photo: Photo, mask: Mask): Photo => {
  const { position: _position, contentCredentials: _credentials, ...rest } = photo
  return maskTexts(rest, mask)
}

const maskClaims = (records: RecordSet, mask: Mask): Claim[] => {
  const versions = new Map<string, Version>(
    records.articles.flatMap(({ versions: all }) => all.map((version) => [version.id, version] as const)),
  )
  const maskTarget = (target: PassageTarget): PassageTarget =>
    target.selector
      ? { ...target, selector: maskSelector(target.selector, versions.get(target.versionId), mask) }
      : target
  return records.claims.map((claim) => ({
    ...maskTexts(claim, mask),
    ...(claim.target ? { target: maskTarget(claim.target) } : {}),
    evidence: claim.evidence.map((evidence) => ({
      ...maskTexts(evidence, mask),
      ...(evidence.target ? { target: maskTarget(evidence.target) } : {}),
    })),
  }))
}

/** Records without the names of confidential sources, wherever they stand in a text; `whole` says who is confidential. */
export const redactRecords = (records: RecordSet, whole: RecordSet, mask: Mask): RecordSet => ({
  articles: records.articles.map((article) => maskArticle(article, mask)),
  photos: records.photos.map((photo) => maskPhoto(photo, mask)),
  references: records.references.map((reference, index) => maskReference(reference, index, mask)),
  sources: maskSources(records.sources, confidentialSources(whole.sources), mask),
  claims: maskClaims(records, mask),
  notes: [],
  originals: records.originals,
})
