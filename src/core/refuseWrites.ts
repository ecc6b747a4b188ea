import { CuttingsError } from '#shared/errors'
import type { ReadOnly } from '#shared/contract/library'

/** Throws what a person has to know where an archive that is open can't be written. */
export const refuseWrites = (readOnly: ReadOnly | undefined): void => {
  if (!readOnly) return
  switch (readOnly.reason) {
    case 'in-use':
      throw new CuttingsError('archive-in-use', {
        host: readOnly.host ?? '?',
        pid: readOnly.pid ?? 0,
        since: readOnly.since ?? '?',
      })
    case 'newer':
      throw new CuttingsError('archive-newer')
    case 'rights':
      throw new CuttingsError('archive-read-only', { reason: 'the system does not allow it' })
  }
}
