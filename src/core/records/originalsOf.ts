import type { AnyRecord } from '#shared/model/records'
import type { Sha256 } from '#shared/model/scalars'

/** Addresses of the bytes that a record was made from: they are held as long as it is, and go with it into a pack. */
export const originalsOf = (record: AnyRecord): Sha256[] => {
  switch (record.kind) {
    case 'article':
      return record.versions.flatMap((version) => version.original ?? [])
    case 'photo':
      return [record.original, record.sidecar, record.listedIn].filter((address) => address !== undefined)
    case 'reference':
      return record.listedIn === undefined ? [] : [record.listedIn]
    case 'source':
    case 'citation':
    case 'claim':
    case 'note':
      return []
  }
}
