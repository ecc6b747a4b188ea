import { setImmediate as breathe } from 'node:timers/promises'
import type { Id } from '#shared/model/scalars'
import type { CatalogueReader } from './types'

/** Records that are looked at before others get their turn. */
const slice = 20

/**
 * Looks at every record that has a chain, and names each that is not there, or not as the last event of its chain says.
 * `between` is told after each slice how far it is, and may throw, to give up.
 */
export async function* brokenRecords(
  { isIntact }: Pick<CatalogueReader, 'isIntact'>,
  ids: readonly Id[],
  between: (done: number, total: number) => void,
): AsyncGenerator<Id> {
  for (const [done, id] of ids.entries()) {
    if (done % slice === 0) {
      between(done, ids.length)
      await breathe()
    }
    if (!isIntact(id)) yield id
  }
}
