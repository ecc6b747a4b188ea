import { CuttingsError } from '#shared/errors'
import type { Archive } from './store/types'

/** Throws what a person has to know where an archive that is open can't be written. */
export const refuseWrites = ({ readOnly, writable }: Pick<Archive, 'readOnly' | 'writable'>): void => {
  if (writable) return
  switch (readOnly?.reason) {
    case 'in-use':
      throw new CuttingsError('archive-in-use', {
        host: readOnly.host ?? '?',
        pid: readOnly.pid ?? 0,
        since: readOnly.since ?? '?',
      })
    case 'newer':
      throw new CuttingsError('archive-newer')
    case 'rights':
      throw new CuttingsError('archive-read-only', { reason: 'the rights of its folder' })
    case undefined:
      throw new CuttingsError('archive-read-only', { reason: 'it was opened to be read' })
  }
}
