import { CuttingsError } from '#shared/errors'

/** The system's name of a fault (`ENOSPC`), or SQLite's primary result code (13), of whatever was thrown. */
export const faultCode = (error: unknown): string | number | undefined => {
  if (!(error instanceof Error)) return undefined
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const sqliteResult = { busy: 5, readOnly: 8, ioError: 10, corrupt: 11, full: 13, notADatabase: 26 }

/**
 * A fault of the disk or the database in the words of the closed list; anything else as it is. `what` says what was not
 * written, as in 'the file'.
 */
export const storageFault = (error: unknown, what: string): unknown => {
  if (error instanceof CuttingsError) return error
  const cause = { cause: error }
  switch (faultCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case sqliteResult.full:
      return new CuttingsError('disk-full', { what }, cause)
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
      return new CuttingsError('write-failed', { what, reason: String(faultCode(error)) }, cause)
    case sqliteResult.ioError:
      return new CuttingsError('write-failed', { what, reason: 'input/output error' }, cause)
    case 'EROFS':
      return new CuttingsError('archive-read-only', { reason: 'the disk is read-only' }, cause)
    case 'EACCES':
    case 'EPERM':
      return new CuttingsError('archive-read-only', { reason: 'the rights of its folder' }, cause)
    case sqliteResult.readOnly:
      return new CuttingsError('archive-read-only', { reason: 'its catalogue cannot be written' }, cause)
    case sqliteResult.busy:
      return new CuttingsError('write-failed', { what, reason: 'another program holds the catalogue' }, cause)
    case sqliteResult.corrupt:
    case sqliteResult.notADatabase:
      return new CuttingsError('archive-damaged', { reason: 'the database cannot be read' }, cause)
    default:
      return error
  }
}

/** Runs a step on the disk and says its faults in the words of the closed list. */
export const withStorageFaults = async <T>(what: string, step: () => Promise<T>): Promise<T> => {
  try {
    return await step()
  } catch (error) {
    throw storageFault(error, what)
  }
}
