import { CuttingsError } from '#shared/errors'

/** Words that the user typed, as records hold text: NFC, LF, nothing that steers, no blanks around. */
export const cleanWords = (typed: string): string => {
  const words = typed
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '')
    .normalize('NFC')
    .trim()
  if (words === '') throw new CuttingsError('bad-input', { reason: 'words are wanted' })
  return words
}
