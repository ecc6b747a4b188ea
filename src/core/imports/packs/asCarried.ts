import type { RecordSet } from '#shared/model/records'
import { packProfiles } from '#shared/packProfiles'
import { carriedRecords } from '../../exporters/pack/carriedRecords'
import { originalsOf } from '../../records/originalsOf'
import { recordsIn, setOfRecords, type PackRecord } from '../../records/recordSets'
import type { Catalogue } from '../../store/types'
import { profileNamed } from './profileNamed'

/**
 * A record as a pack of such a profile has it, where the profile only leaves out: what the pack has is then not another
 * content. The record itself where the profile is not known, or where it masks words, which only its maker could say.
 */
export const asCarried = (
  record: PackRecord,
  profile: string,
  catalogue: Pick<Catalogue, 'original'>,
): PackRecord => {
  const known = profileNamed(profile)
  // What carries everything leaves nothing out, whether or not an original is held yet.
  if (!known || known.isRedacted || known === packProfiles.full) return record
  const originals = originalsOf(record).flatMap((sha256) => catalogue.original(sha256) ?? [])
  const set: RecordSet = { ...setOfRecords([record]), originals }
  return recordsIn(carriedRecords(set, known.carries))[0] ?? record
}
