import { CuttingsError } from '#shared/errors'

const reasonOf = (code: string): string =>
  code === 'EROFS'
    ? 'the disk is read-only'
    : code === 'ENAMETOOLONG'
      ? 'the name is too long'
      : code === 'ENOENT' || code === 'ENOTDIR'
        ? 'the folder is not there'
        : 'no right to write there'

/** What is written, in the words of its sentences, and the code of the one for a place that refuses it. */
export interface WrittenKind {
  readonly what: string
  readonly unwritable: 'table-unwritable' | 'pdf-unwritable'
}

/** What the disk reported while a file was written to `place` (its name alone), as an error that a person can meet. */
export const writtenFault = (error: unknown, place: string, { what, unwritable }: WrittenKind): unknown => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  if (error instanceof CuttingsError) return error
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new CuttingsError('disk-full', { what }, { cause: error })
    case 'EEXIST':
      return new CuttingsError('destination-exists', { place }, { cause: error })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return new CuttingsError(unwritable, { place, reason: reasonOf(error.code) }, { cause: error })
    default:
      return new CuttingsError('write-failed', { what, reason: error.code }, { cause: error })
  }
}
