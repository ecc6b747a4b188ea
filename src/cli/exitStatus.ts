import type { ErrorCode } from '#shared/errors'
import type { ExitStatus } from './types'

const cannotBeOpened: ReadonlySet<ErrorCode> = new Set([
  'archive-missing',
  'archive-in-use',
  'archive-newer',
  'archive-read-only',
  'archive-damaged',
  'archive-gone',
])

/** The exit status of a command that ended with this error. */
export const exitStatusOf = (code: ErrorCode): ExitStatus => {
  if (code === 'usage' || code === 'bad-input') return 2
  if (cannotBeOpened.has(code)) return 3
  return code === 'internal' ? 4 : 1
}
