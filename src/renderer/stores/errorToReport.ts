import { fillSentence, isErrorCode, type ErrorDetails, type ErrorReport } from '#shared/errors'
import { sentences } from '#shared/sentences'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/**
 * What a failed call said, as a report that can be shown. Errors of the closed list keep their code; anything else is
 * `internal`, without its words: those are for a log, not for people.
 */
export const errorToReport = (error: unknown): ErrorReport => {
  const code = isRecord(error) && isErrorCode(error.code) ? error.code : 'internal'
  const raw = isRecord(error) ? (error.data ?? error.details) : undefined
  const details = code === 'internal' && !isRecord(raw) ? { reference: 'page' } : isRecord(raw) ? raw : {}
  const filled = details as ErrorDetails
  return { code, message: fillSentence(sentences[code], filled), details: filled }
}
