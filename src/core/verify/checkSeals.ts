import { setImmediate as breathe } from 'node:timers/promises'
import type { SealFault } from '../store/catalogue/seals'
import type { CatalogueReader } from '../store/types'
import type { Finding } from './finding'
import { recordSubject } from './recordSubject'

const what: Readonly<Record<SealFault['fault'], string>> = {
  changed: 'it was changed, or one before it was dropped',
  dropped: 'it was dropped',
  inserted: 'it was put in by another program',
}

/**
 * The chain of all events of the archive: names the first that was changed, dropped or put in, also where the whole record
 * went or came with its own chain.
 */
export const checkSeals = async (
  catalogue: Pick<CatalogueReader, 'firstSealFault' | 'nameOf'>,
): Promise<Finding[]> => {
  const fault = await catalogue.firstSealFault(() => breathe())
  if (!fault) return []
  const { seq, event } = fault
  const of = event ? ` (${event.action} of ${event.itemId} at ${event.at})` : ''
  return [
    {
      ...(event ? recordSubject(catalogue, event.itemId) : { name: 'catalogue.sqlite' }),
      code: 'custody',
      message: `The chain of all events is broken at event ${seq}${of}: ${what[fault.fault]}.`,
    },
  ]
}
