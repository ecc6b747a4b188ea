import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { CuttingsError, type ErrorReport } from '#shared/errors'
import { unforeseenFault } from '../store/faults'

export interface ReportErrorOptions {
  /** Folder of the archive, whose marker says that it is still there. */
  readonly folder: string
  readonly log: (line: string) => void
  /** A new reference number, by which the log entry is found. */
  readonly createReference: () => string
}

/** Whether the archive's folder is where it was: an unplugged disk takes the marker with it. */
export const isArchiveThere = async (folder: string): Promise<boolean> => {
  try {
    await access(join(folder, 'archive.json'))
    return true
  } catch {
    // Whatever the reason, the marker can't be reached, which is all that is asked.
    return false
  }
}

/** An error with its stack and those of its causes, for the log only. */
const inFull = (error: unknown): string => {
  if (!(error instanceof Error)) return `not an error: ${String(error)}`
  const cause = error.cause === undefined ? '' : `\ncaused by ${inFull(error.cause)}`
  return `${error.stack ?? `${error.name}: ${error.message}`}${cause}`
}

/**
 * Turns anything that was thrown into what may cross to a page or stand in a report. What nobody foresaw is logged in
 * full under a reference number, and only the number crosses.
 */
export const createReportError =
  ({ folder, log, createReference }: ReportErrorOptions) =>
  async (error: unknown): Promise<ErrorReport> => {
    if (error instanceof CuttingsError) return error.toReport()
    const fault = unforeseenFault(error)
    if (fault && (await isArchiveThere(folder))) return fault.toReport()
    const reference = createReference()
    log(`${reference} ${inFull(error)}`)
    if (!(await isArchiveThere(folder))) return new CuttingsError('archive-gone').toReport()
    return new CuttingsError('internal', { reference }).toReport()
  }
