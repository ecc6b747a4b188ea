import { packProfiles } from '#shared/packProfiles'
import type { PackRecord } from '../../records/recordSets'
import { completeRecord } from './completeRecord'
import { profileNamed } from './profileNamed'

/**
 * Whether packs of a profile mask words, so that what they say is not what their maker holds; of a profile that this version
 * does not know they may.
 */
export const isMasked = (profile: string): boolean => {
  const known = profileNamed(profile)
  return !known || known.isRedacted === true
}

/**
 * A record of a pack with what its profile leaves out, as far as that is held. Of a pack that carries everything it is the
 * record itself: there what is lacking was taken back.
 */
export const asWhole = (record: PackRecord, held: PackRecord, profile: string): PackRecord =>
  profileNamed(profile) === packProfiles.full ? record : completeRecord(record, held)
