import type { Id, Sha256 } from '#shared/model/scalars'
import type { PackContents } from '../exporters/pack/types'
import { recordsIn } from '../records/recordSets'
import type { Archive, OriginalStore } from '../store/types'

const readOriginal = (originals: OriginalStore) =>
  async function* (sha256: Sha256): AsyncGenerator<Uint8Array, void, void> {
    const file = await originals.open(sha256)
    try {
      for await (const chunk of file.createReadStream({ autoClose: false })) yield chunk as Uint8Array
    } finally {
      await file.close()
    }
  }

/** These items, what they point at, and their whole chains of custody: all of the archive where no ids are given. */
export const collectContents = (
  { catalogue, originals }: Pick<Archive, 'catalogue' | 'originals'>,
  ids?: readonly Id[],
): PackContents => {
  const records = catalogue.recordSet(ids)
  const events = recordsIn(records).flatMap(({ id }) =>
    catalogue.events(id, { local: false }).map(({ local: _here, ...event }) => event),
  )
  return { records, events, readOriginal: readOriginal(originals) }
}
