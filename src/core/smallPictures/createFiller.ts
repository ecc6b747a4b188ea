import type { Sha256 } from '#shared/model/scalars'
import type { Activity } from '../createActivity'
import type { DuplicateReader } from '../store/types'
import type { SmallPictures } from './createSmallPictures'

/** Photos that are looked at in one turn. */
const slice = 200

export interface FillerDeps {
  readonly pictures: Pick<SmallPictures, 'of' | 'isKnown'>
  readonly photos: DuplicateReader['photos']
  readonly revision: () => number
  readonly activity: Pick<Activity, 'onWork'>
  readonly log: (line: string) => void
}

export interface Filler {
  /** Makes at most one small picture, where one is missing; whether it did. Never throws. */
  readonly step: () => Promise<boolean>
}

/**
 * Makes the small pictures, and with them the perceptual hashes, that nobody asked for yet: one at a time, in the order of
 * adding, and only while nothing else is done. What cannot be made is in the list of small pictures like what can; what fails
 * for another reason (its file is gone) is not tried again before the next start.
 */
export const createFiller = ({ pictures, photos, revision, activity, log }: FillerDeps): Filler => {
  const failed = new Set<Sha256>()
  let after = 0
  let through: number | undefined
  let begun = revision()

  /** The next picture that is not known, from the place where the last one was found. */
  const findNext = async (): Promise<Sha256 | undefined> => {
    if (through === revision()) return undefined
    if (after === 0) begun = revision()
    const some = photos(after, slice)
    for (const { place, original } of some) {
      if (original !== undefined && !failed.has(original) && !(await pictures.isKnown(original)))
        return original
      after = place
    }
    if (some.length < slice) {
      after = 0
      through = begun
    }
    return undefined
  }

  const make = async (sha256: Sha256): Promise<void> => {
    const stop = new AbortController()
    const unlisten = activity.onWork(() => stop.abort())
    try {
      await pictures.of(sha256, stop.signal)
    } catch (error) {
      if (stop.signal.aborted) return
      failed.add(sha256)
      log(`a small picture was not made: ${String(error)}`)
    } finally {
      unlisten()
    }
  }

  const step = async (): Promise<boolean> => {
    try {
      const sha256 = await findNext()
      if (sha256 === undefined) return false
      await make(sha256)
      return true
    } catch (error) {
      log(`small pictures were not looked for: ${String(error)}`)
      through = revision()
      return false
    }
  }

  return { step }
}
