import { CuttingsError } from '#shared/errors'

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '')

/** pdf.js's own words go no further: they name its insides, and may repeat what stands in the file. */
export const pdfRefusal = (error: unknown, reason: string): CuttingsError => {
  if (error instanceof CuttingsError) return error
  if (nameOf(error) === 'PasswordException') return new CuttingsError('encrypted', {}, { cause: error })
  return new CuttingsError('damaged-file', { reason }, { cause: error })
}
