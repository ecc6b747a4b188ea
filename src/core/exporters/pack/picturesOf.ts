import type { RecordSet } from '#shared/model/records'
import type { Sha256 } from '#shared/model/scalars'

/** The bytes that are a picture of a photo, or its sidecar; all others are originals of texts, lists and mails. */
export const picturesOf = (records: RecordSet): ReadonlySet<Sha256> =>
  new Set(records.photos.flatMap(({ original, sidecar }) => [original ?? [], sidecar ?? []].flat()))
