import { CuttingsError } from '#shared/errors'
import { faultCode } from '../store/faults'

/** Faults of the place, which another place does not have. */
const placeReasons: Readonly<Record<string, string>> = {
  EACCES: 'no right to write there',
  EPERM: 'no right to write there',
  EROFS: 'the disk is read-only',
  ENOENT: 'the folder is not there',
  ENOTDIR: 'the folder is not there',
  ENAMETOOLONG: 'the name is too long',
}

const faultReasons: Readonly<Record<string, string>> = {
  EIO: 'input/output error',
  EFBIG: 'the file is too large for it',
  ENXIO: 'it is no longer there',
  ENODEV: 'it is no longer there',
  ENOTCONN: 'it is no longer there',
  ESTALE: 'it is no longer there',
}

/** What is written, in the words of its sentences, and the code of the one for a place that refuses it. */
export interface WrittenKind {
  readonly what: string
  readonly unwritable: 'table-unwritable' | 'pdf-unwritable' | 'destination-unwritable'
}

/** What the disk reported while something was written to `place` (its name alone), as an error that a person can meet. */
export const writtenFault = (error: unknown, place: string, { what, unwritable }: WrittenKind): unknown => {
  const code = faultCode(error)
  if (error instanceof CuttingsError || typeof code !== 'string') return error
  const cause = { cause: error }
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new CuttingsError('disk-full', { what }, cause)
    case 'EEXIST':
    case 'ENOTEMPTY':
      return new CuttingsError('destination-exists', { place }, cause)
    default: {
      const refused = placeReasons[code]
      return refused === undefined
        ? new CuttingsError('write-failed', { what, reason: faultReasons[code] ?? code }, cause)
        : new CuttingsError(unwritable, { place, reason: refused }, cause)
    }
  }
}
