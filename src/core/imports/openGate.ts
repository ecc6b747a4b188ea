import type { FileResult, ImportCounts } from '#shared/contract/jobs'
import type { JobContext } from '../jobs/types'
import type { Clock } from '../records/clock'
import type { Archive, FilePath } from '../store/types'
import type { Shelf } from './createShelf'
import { hashFile } from './hashFile'
import type { Gate } from './types'

export interface GateOptions {
  readonly archive: Archive
  readonly clock: Clock
  readonly actor: string
  readonly committed: () => void
}

export interface GateFor {
  readonly folder: string
  readonly shelf: Shelf
  /** Looks at the user's files once more, for a plan that was made a while ago. */
  readonly recheck: boolean
}

/** Each file of the user's is hashed once more at most, however many came out of it. */
const createSameness = (recheck: boolean, signal: AbortSignal): Gate['isSame'] => {
  const hashes = new Map<FilePath, ReturnType<typeof hashFile>>()
  return async ({ path, outer }) => {
    if (!recheck) return true
    const hash = hashes.get(path) ?? hashFile(path, signal)
    hashes.set(path, hash)
    return (await hash) === outer
  }
}

/** The way into the archive for the files of one job, and the count of what became of them. */
export const openGate = (
  { folder, shelf, recheck }: GateFor,
  { signal, result, progress, pausePoint }: JobContext,
  { archive, clock, actor, committed }: GateOptions,
): { readonly gate: Gate; readonly counts: () => ImportCounts } => {
  const counts = { imported: 0, duplicates: 0, kept: 0, refused: 0 }
  const tell = (file: FileResult): void => {
    if (file.outcome === 'imported') counts.imported += 1
    else if (file.outcome === 'duplicate') counts.duplicates += 1
    else if (file.outcome === 'kept') counts.kept += 1
    else if (file.outcome === 'refused') counts.refused += 1
    result(file)
  }
  const isSame = createSameness(recheck, signal)
  const inside: Gate['inside'] = (part) => progress({ inside: part })
  const gate = { archive, clock, actor, shelf, folder, signal, isSame, tell, inside, pausePoint, committed }
  return { gate, counts: () => counts }
}
