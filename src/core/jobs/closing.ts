import { CuttingsError } from '#shared/errors'

const words = 'the archive is being closed'

/** Why jobs end that nobody cancelled: their process is about to. */
export const closingReason = (): DOMException => new DOMException(words, 'AbortError')

export const isClosing = ({ aborted, reason }: AbortSignal): boolean =>
  aborted && reason instanceof DOMException && reason.message === words

/** What somebody is told who waits for an answer that the archive is closed before. */
export const closingError = (): CuttingsError => new CuttingsError('unavailable', { reason: words })
