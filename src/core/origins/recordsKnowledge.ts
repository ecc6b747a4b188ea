import type { RecordSet } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import { textSignature } from '../likeness/fingerprintsOf'
import { byId } from '../records/byId'
import { recordsIn } from '../records/recordSets'
import { originKey } from './agencies'
import { createKnowledge, type Knowledge } from './createKnowledge'
import type { Published } from './createPublishers'

/** What a set of records knows by itself, so that whoever receives it as a pack counts what its sender did. */
export const recordsKnowledge = (records: RecordSet): Knowledge => {
  const held = byId(recordsIn(records))
  const by = new Map<string, Published[]>()
  for (const { id, headline, publisher } of records.articles) {
    if (publisher === undefined) continue
    const key = originKey(publisher)
    by.set(key, [...(by.get(key) ?? []), { id, title: headline }])
  }
  const signatures = new Map<string, Uint32Array | undefined>()
  return createKnowledge({
    record: (id) => held.get(id),
    revision: () => 0,
    publishers: {
      articlesBy: (origins) => Promise.resolve([...origins].flatMap((key) => by.get(key) ?? [])),
    },
    signature: (id) => {
      const article = held.get(id)
      if (article?.kind !== 'article') return undefined
      if (!signatures.has(id)) signatures.set(id, textSignature(currentVersion(article).passages))
      return signatures.get(id)
    },
  })
}
