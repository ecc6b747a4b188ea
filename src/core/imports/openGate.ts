import type { FileResult, ImportCounts } from '#shared/contract/jobs'
import type { JobContext } from '../jobs/types'
import type { Clock } from '../records/clock'
import type { Archive } from '../store/types'
import type { Shelf } from './createShelf'
import type { Gate } from './types'

export interface GateOptions {
  readonly archive: Archive
  readonly clock: Clock
  readonly actor: string
  readonly committed: () => void
}

/** The way into the archive for the files of one job, and the count of what became of them. */
export const openGate = (
  { folder, shelf, recheck }: { readonly folder: string; readonly shelf: Shelf; readonly recheck: boolean },
  { signal, result }: JobContext,
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
  const gate = { archive, clock, actor, shelf, folder, signal, recheck, tell, committed }
  return { gate, counts: () => counts }
}
