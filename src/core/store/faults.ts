import { constants } from 'node:os'
import { CuttingsError } from '#shared/errors'

/** Faults that Node gives no name to, such as a disk quota that is used up, have one by their number. */
const nameOf = ({ code, errno }: { readonly code: string; readonly errno?: unknown }): string => {
  if (!code.startsWith('Unknown system error') || typeof errno !== 'number') return code
  return Object.entries(constants.errno).find(([, number]) => number === -errno)?.[0] ?? code
}

/** The system's name of a fault (`ENOSPC`), or SQLite's primary result code (13), of whatever was thrown. */
export const faultCode = (error: unknown): string | number | undefined => {
  if (!(error instanceof Error)) return undefined
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff
  return 'code' in error && typeof error.code === 'string'
    ? nameOf({ ...error, code: error.code })
    : undefined
}

const sqliteResult = {
  busy: 5,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  protocol: 15,
  notADatabase: 26,
}

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
    case 'ENOTCONN':
    case 'ESTALE':
      return new CuttingsError('write-failed', { what, reason: String(faultCode(error)) }, cause)
    case sqliteResult.ioError:
      return new CuttingsError('write-failed', { what, reason: 'input/output error' }, cause)
    case sqliteResult.cantOpen:
      return new CuttingsError('write-failed', { what, reason: 'the catalogue cannot be opened' }, cause)
    case 'EROFS':
      return new CuttingsError('archive-read-only', { reason: 'the disk is read-only' }, cause)
    case 'EACCES':
    case 'EPERM':
      return new CuttingsError('archive-read-only', { reason: 'the rights of its folder' }, cause)
    case sqliteResult.readOnly:
      return new CuttingsError('archive-read-only', { reason: 'its catalogue cannot be written' }, cause)
    case sqliteResult.busy:
    case sqliteResult.protocol:
      return new CuttingsError('write-failed', { what, reason: 'another program holds the catalogue' }, cause)
    case sqliteResult.corrupt:
    case sqliteResult.notADatabase:
      return new CuttingsError('archive-damaged', { reason: 'the database cannot be read' }, cause)
    default:
      return error
  }
}

const rights: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS'])

/**
 * A fault of a disk in the words of the closed list, where nobody who knew what was under way has said it; undefined where
 * it is no such fault. Rights are not said to be those of the archive: it may be another place.
 */
export const unforeseenFault = (error: unknown): CuttingsError | undefined => {
  const what = 'what was under way'
  const code = faultCode(error)
  if (rights.has(code))
    return new CuttingsError('write-failed', { what, reason: String(code) }, { cause: error })
  const said = storageFault(error, what)
  return said instanceof CuttingsError ? said : undefined
}

/** Runs a step on the disk and says its faults in the words of the closed list. */
export const withStorageFaults = async <T>(what: string, step: () => Promise<T>): Promise<T> => {
  try {
    return await step()
  } catch (error) {
    throw storageFault(error, what)
  }
}
