import type { FileState } from '../../records/fileState'
import { textOfPath } from '../filePath'
import type { Placed } from './createRecorder'
import type { JournalPlace } from './journalLines'
import type { Journal } from './writeJournal'

/** A file of the user's has been dealt with, as it was then. */
export type DealtWith = (path: string, state: FileState) => void

/** Notes each place that is done: for whoever goes on from there, and for the inbox. */
export const notePlaces = (
  journal: Journal,
  places: readonly JournalPlace[],
  dealtWith: DealtWith,
): Placed => {
  const byNumber = new Map(places.map((place) => [place.at, place]))
  return async (at, results) => {
    await journal.done(at, results)
    const place = byNumber.get(at)
    // A file that was left out waits on.
    if (place?.path !== undefined && place.state && results.length > 0)
      dealtWith(textOfPath(place.path), place.state)
  }
}
