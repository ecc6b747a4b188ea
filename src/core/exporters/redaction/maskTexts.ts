import type { Mask } from './createMask'

/** Fields whose values are of this program or of a standard, and never words of somebody. */
const structural = new Set([
  'id',
  'kind',
  'articleId',
  'versionId',
  'sourceId',
  'referenceId',
  'photoId',
  'itemId',
  'citationIds',
  'basedOn',
  'original',
  'sidecar',
  'listedIn',
  'sha256',
  'textSha256',
  'label',
  'passage',
  'after',
  'placedAfter',
  'placement',
  'passageKind',
  'articleType',
  'pubStatus',
  'language',
  'edtf',
  'importedAt',
  'createdAt',
  'updatedAt',
  'addedAt',
  'at',
  'origin',
  'from',
  'claimType',
  'status',
  'relation',
  'outcome',
  'sourceKind',
  'mediaType',
  'reason',
  'role',
  'type',
  'digest',
  'signature',
  'profile',
  'rule',
  'severity',
  'state',
  'date',
  'capturedAt',
])

/** Addresses have a form that a mask breaks: one that names something goes as a whole. */
const addresses = new Set(['url'])

const maskAt = (key: string, value: unknown, mask: Mask): unknown => {
  if (structural.has(key)) return value
  if (typeof value === 'string') {
    const { text } = mask(value)
    return addresses.has(key) && text !== value ? undefined : text
  }
  if (Array.isArray(value)) return value.map((one: unknown) => maskAt(key, one, mask))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).flatMap(([inner, one]) => {
        const masked = maskAt(inner, one, mask)
        return masked === undefined ? [] : [[inner, masked]]
      }),
    )
  return value
}

/** A copy of plain data in which every text is masked, but those that no person wrote. */
export const maskTexts = <T extends object>(value: T, mask: Mask): T => maskAt('', value, mask) as T
